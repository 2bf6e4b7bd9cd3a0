package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.weft.processor.model.Accessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Which type variables the written form of a type mentions. */
final class TypeMentions {
  private TypeMentions() {}

  /**
   * The type variables that a factory keeps: those of the method, and those of the class that its
   * parameters still tell of.
   *
   * @param all those of the class first
   */
  static List<TypeVariableName> known(
      List<TypeVariableName> all, List<Accessor.Parameter> parameters, ExecutableElement method) {
    int own = all.size() - method.getTypeParameters().size();
    List<TypeName> told = new ArrayList<>(all.subList(own, all.size()));
    parameters.forEach(p -> told.add(p.type()));
    Set<String> known = new HashSet<>();
    for (boolean hasMore = true; hasMore; ) {
      hasMore = false;
      for (TypeVariableName each : all) {
        if (told.stream().anyMatch(t -> mentions(t, each.name())) && known.add(each.name())) {
          told.addAll(each.bounds());
          hasMore = true;
        }
      }
    }
    return all.stream().filter(v -> known.contains(v.name())).toList();
  }

  static boolean mentions(TypeName type, String variable) {
    String[] names = type.toString().split("[^\\p{javaJavaIdentifierPart}.]+");
    return Arrays.asList(names).contains(variable);
  }
}
