package dev.weft.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Knows which calls suspend. */
public final class Suspensions {
  public static final String COMP = "dev.weft.annotations.Comp";
  private static final String YIELD = "dev.weft.Yield";
  private static final String EFFECTS = "dev.weft.Effects";

  /** What a suspending call is. */
  enum Kind {
    YIELD,
    ASK,
    EMIT,
    PERFORM,
    COMP
  }

  private Suspensions() {}

  static Optional<Kind> kind(Element method) {
    if (method == null || method.getKind() != ElementKind.METHOD) {
      return Optional.empty();
    }
    if (isComp(method)) {
      return Optional.of(Kind.COMP);
    }
    String name = method.getSimpleName().toString();
    if (isMemberOf(YIELD, method)) {
      return switch (name) {
        case "yield" -> Optional.of(Kind.YIELD);
        case "ask" -> Optional.of(Kind.ASK);
        case "emit" -> Optional.of(Kind.EMIT);
        default -> Optional.empty();
      };
    }
    return name.equals("perform") && isMemberOf(EFFECTS, method)
        ? Optional.of(Kind.PERFORM)
        : Optional.empty();
  }

  private static boolean isMemberOf(String type, Element method) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals(type);
  }

  /** Whether a method is annotated. */
  public static boolean isComp(Element method) {
    return method.getAnnotationMirrors().stream()
        .map(a -> (TypeElement) a.getAnnotationType().asElement())
        .anyMatch(t -> t.getQualifiedName().contentEquals(COMP));
  }

  /** How the call reads in a message, {@code Yield.yield} or {@code askName}. */
  static String label(MethodInvocationTree call) {
    ExpressionTree select = call.getMethodSelect();
    if (select instanceof MemberSelectTree member) {
      return member.getExpression() instanceof IdentifierTree owner
          ? owner.getName() + "." + member.getIdentifier()
          : member.getIdentifier().toString();
    }
    return select.toString();
  }
}
