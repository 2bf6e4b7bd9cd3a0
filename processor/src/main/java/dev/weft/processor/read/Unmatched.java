package dev.weft.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The case for all that no case of a section takes. Behind a section others may follow, to which it
 * leads; behind the last it fails as the whole switch does, unless javac sees to that.
 */
final class Unmatched {
  private final MethodContext context;
  private final List<CaseParts> whole;
  private final TypeMirror selector;
  private final Code goesOn;
  private final boolean isEnhanced;
  private final boolean isTotal;

  Unmatched(
      MethodContext context,
      List<? extends CaseTree> whole,
      ExpressionTree selector,
      Local branch,
      boolean isTotal) {
    this.context = context;
    this.whole = whole.stream().map(CaseParts::of).toList();
    this.selector = context.type(selector);
    this.goesOn = Code.of(branch + " = 0;");
    this.isEnhanced = SwitchForms.isEnhanced(whole, this.selector);
    this.isTotal = isTotal;
  }

  /** A case that must stand first in the section. */
  Optional<Code> before(List<CaseParts> section, boolean isLast) {
    return !isLast && takesAll(section, false) && isNullLater(section)
        ? Optional.of(line("case null", goesOn))
        : Optional.empty();
  }

  /** A case that stands last in the section. */
  Optional<Code> behind(List<CaseParts> section, boolean isLast) {
    boolean isWhole = section.size() == whole.size() && isLast;
    if (isWhole && isEnhanced || takesAll(section, isLast)) {
      return Optional.empty();
    }
    if (isLast && isTotal) {
      return Optional.of(line("default", ((Stmt.Plain) SwitchForms.noMatch(context)).code()));
    }
    return Optional.of(
        line(!isLast && isNullLater(section) ? "case null, default" : "default", goesOn));
  }

  private static Code line(String label, Code effect) {
    return Code.join("  " + label + " -> ", effect, "\n");
  }

  /** Whether null, which the switch takes, is a matter of a later section. */
  private boolean isNullLater(List<CaseParts> section) {
    return whole.stream().anyMatch(CaseParts::hasNull)
        && whole.subList(0, whole.indexOf(section.get(section.size() - 1)) + 1).stream()
            .noneMatch(CaseParts::hasNull);
  }

  /** Whether a section takes any value but null; the guard that ends it is not part of it. */
  private boolean takesAll(List<CaseParts> section, boolean isLast) {
    for (int i = 0; i < section.size(); i++) {
      CaseParts each = section.get(i);
      boolean isAskedLater = !isLast && i == section.size() - 1;
      boolean isUnguarded = each.guard().isEmpty() || isAskedLater;
      if (each.isDefault()
          || isUnguarded && each.typePatterns().stream().anyMatch(this::takesAll)) {
        return true;
      }
    }
    return false;
  }

  private boolean takesAll(VariableTree pattern) {
    Types types = context.types();
    TypeMirror taken = types.erasure(context.type(pattern));
    TypeMirror given = types.erasure(selector);
    if (given instanceof PrimitiveType primitive && !taken.getKind().isPrimitive()) {
      given = types.boxedClass(primitive).asType();
    }
    return types.isSubtype(given, taken) && !losesDigits(given.getKind(), taken.getKind());
  }

  /** Whether not every value of a type has the same in a wider one. */
  private static boolean losesDigits(TypeKind given, TypeKind taken) {
    return switch (given) {
      case INT -> taken == TypeKind.FLOAT;
      case LONG -> taken == TypeKind.FLOAT || taken == TypeKind.DOUBLE;
      default -> false;
    };
  }
}
