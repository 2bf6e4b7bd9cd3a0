package dev.weft.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import dev.weft.processor.model.Code;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The arguments of a factory that takes wider types than the method does. A lambda has to be told
 * its type there, and among overloads javac might choose another one than the user's call did.
 */
final class FactoryArguments {
  private final MethodContext context;
  private final MethodInvocationTree call;
  private final ExecutableElement method;
  private final Widening widening;
  private final boolean hasRivals;

  FactoryArguments(MethodContext context, MethodInvocationTree call, ExecutableElement method) {
    this.context = context;
    this.call = call;
    this.method = method;
    this.widening = new Widening(context.types());
    this.hasRivals = hasRivals(method);
  }

  private static boolean hasRivals(ExecutableElement method) {
    List<ExecutableElement> overloads =
        ElementFilter.methodsIn(Owners.of(method).getEnclosedElements()).stream()
            .filter(m -> m.getSimpleName().equals(method.getSimpleName()))
            .filter(Suspensions::isComp)
            .toList();
    return overloads.size() > 1 && overloads.stream().anyMatch(Widening::isNeeded);
  }

  /** An argument as the factory is to be given it. */
  Code argument(int index, Code value) {
    ExpressionTree tree = call.getArguments().get(index);
    TypeMirror declared = parameter(method.getParameters().get(last(index)).asType(), index);
    if (declared.getKind().isPrimitive()) {
      return value;
    }
    Optional<Code> wide =
        hasRivals ? Optional.of(Code.join("(", widening.erased(declared), ") ")) : Optional.empty();
    Optional<Code> actual =
        needsTarget(tree) && (hasRivals || Widening.isHidden(declared))
            ? Optional.of(Code.join("(", context.typeName(instance(index), tree), ") "))
            : Optional.empty();
    if (wide.isEmpty() && actual.isEmpty()) {
      return value;
    }
    Code operand = isKept(tree) || isPrimary(tree) ? value : Code.join("(", value, ")");
    return Code.join(wide.orElse(Code.of("")), actual.orElse(Code.of("")), operand);
  }

  private boolean needsTarget(ExpressionTree tree) {
    return !isKept(tree) && TreeShapes.needsTarget(tree);
  }

  /** Whether the value has been put into a variable, whose type is known. */
  private boolean isKept(ExpressionTree tree) {
    return context.replacements.containsKey(tree);
  }

  private static boolean isPrimary(ExpressionTree tree) {
    return tree instanceof IdentifierTree
        || tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || tree instanceof LiteralTree
        || tree instanceof MethodInvocationTree
        || tree instanceof MemberSelectTree
        || tree instanceof NewClassTree
        || tree instanceof ArrayAccessTree
        || tree instanceof ParenthesizedTree;
  }

  /** The type of a parameter at this very call. */
  private TypeMirror instance(int index) {
    ExecutableType called = (ExecutableType) context.type(call.getMethodSelect());
    return parameter(called.getParameterTypes().get(last(index)), index);
  }

  private int last(int index) {
    return Math.min(index, method.getParameters().size() - 1);
  }

  /** What an argument is passed as: an element of the array, or all of it. */
  private TypeMirror parameter(TypeMirror type, int index) {
    boolean isLast = method.isVarArgs() && index >= method.getParameters().size() - 1;
    return isLast && type instanceof ArrayType array && !passesArray(type)
        ? array.getComponentType()
        : type;
  }

  private boolean passesArray(TypeMirror array) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (arguments.size() != method.getParameters().size()) {
      return false;
    }
    TypeMirror last = context.type(arguments.get(arguments.size() - 1));
    return last.getKind() == TypeKind.NULL
        || context.types().isSubtype(context.types().erasure(last), context.types().erasure(array));
  }
}
