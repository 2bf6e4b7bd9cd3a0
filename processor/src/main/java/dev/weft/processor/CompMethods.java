package dev.weft.processor;

import dev.weft.processor.read.Suspensions;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the {@code @Comp} methods of a type and of the types in it, in source order. */
final class CompMethods {
  private CompMethods() {}

  static List<ExecutableElement> in(TypeElement type) {
    List<ExecutableElement> methods = new ArrayList<>();
    ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(Suspensions::isComp)
        .forEach(methods::add);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(t -> methods.addAll(in(t)));
    return methods;
  }
}
