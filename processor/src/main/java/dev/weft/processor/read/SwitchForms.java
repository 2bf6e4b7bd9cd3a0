package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.CaseTree;
import dev.weft.processor.model.Stmt;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Tells the switches of Java 21 from those before it. */
final class SwitchForms {
  private static final Set<TypeKind> NUMBERS =
      EnumSet.of(TypeKind.CHAR, TypeKind.BYTE, TypeKind.SHORT, TypeKind.INT);

  private static final Set<String> BOXES =
      Set.of("java.lang.Character", "java.lang.Byte", "java.lang.Short", "java.lang.Integer");

  private SwitchForms() {}

  /**
   * Whether a switch takes patterns, null, or a selector of any type; such a switch must be
   * exhaustive, as a statement too.
   */
  static boolean isEnhanced(List<? extends CaseTree> cases, TypeMirror selector) {
    return !isOld(selector)
        || cases.stream().map(CaseParts::of).anyMatch(c -> c.hasPattern() || c.hasNull());
  }

  /**
   * What Java does when a type has grown by a subtype or constant that the switch does not know.
   */
  static Stmt noMatch(MethodContext context) {
    boolean hasMatchException =
        context.elements().getTypeElement("java.lang.MatchException") != null;
    return hasMatchException
        ? Stmt.Plain.thrown("new ", ClassName.get("java.lang", "MatchException"), "(null, null)")
        : Stmt.Plain.thrown("new ", ClassName.get(IncompatibleClassChangeError.class), "()");
  }

  private static boolean isOld(TypeMirror type) {
    return NUMBERS.contains(type.getKind())
        || isBox(type)
        || type instanceof DeclaredType declared
            && (declared.asElement().getKind() == ElementKind.ENUM
                || declared.asElement().toString().equals("java.lang.String"));
  }

  private static boolean isBox(TypeMirror type) {
    return type instanceof TypeVariable variable
        ? isBox(variable.getUpperBound())
        : type instanceof DeclaredType declared && BOXES.contains(declared.asElement().toString());
  }
}
