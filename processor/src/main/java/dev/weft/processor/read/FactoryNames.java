package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The names of factory methods: those of the methods themselves, and a number where two methods
 * differ in nothing but types that a factory can't name.
 */
final class FactoryNames {
  private final Map<ExecutableElement, String> names = new HashMap<>();

  private FactoryNames() {}

  /** The names of the factories for one class. */
  static FactoryNames of(TypeElement owner, Types types) {
    List<ExecutableElement> methods = new ArrayList<>();
    ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(Suspensions::isComp)
        .filter(StepperNames::hasFactory)
        .forEach(methods::add);
    // Whoever can be given the plain name without any widening has it.
    methods.sort((a, b) -> Boolean.compare(Widening.isNeeded(a), Widening.isNeeded(b)));
    FactoryNames all = new FactoryNames();
    Set<List<Object>> taken = new HashSet<>();
    Widening widening = new Widening(types);
    for (ExecutableElement each : methods) {
      String wanted = each.getSimpleName().toString();
      List<TypeName> parameters = widening.erasedParameters(each);
      String name = wanted;
      for (int i = 2; !taken.add(List.of(name, parameters)); i++) {
        name = wanted + "_" + i;
      }
      all.names.put(each, name);
    }
    return all;
  }

  String of(ExecutableElement method) {
    return Objects.requireNonNull(names.get(method));
  }
}
