package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Hands a value on as an object without losing the conversions of the place where it stood. */
final class ReturnValues {
  private final MethodContext context;
  private final TypeMirror type;

  ReturnValues(MethodContext context, TypeMirror type) {
    this.context = context;
    this.type = type;
  }

  TypeMirror type() {
    return type;
  }

  /**
   * A value to return.
   *
   * @param raw as the user wrote it, for a place of the method's return type
   * @param object for a place of type {@code Object}
   * @param declared the type of a variable that the raw value must go through first, if it must
   */
  record Value(Code raw, Code object, Optional<TypeName> declared) {
    /** A value that has the method's return type already. */
    static Value of(Code typed) {
      return new Value(typed, typed, Optional.empty());
    }
  }

  /** The value of an expression behind {@code return}. */
  Value value(ExpressionTree expression, Code code) {
    if (isVariableOfType(code)) {
      return Value.of(code);
    }
    if (isPoly(expression) && type.getKind().isPrimitive()) {
      return new Value(code, code, Optional.of(TypeName.get(type).withoutAnnotations()));
    }
    if (holdsSwitch(expression)) {
      return new Value(code, code, context.typeNames.name(type));
    }
    return new Value(code, convert(expression, code), Optional.empty());
  }

  /** Whether an expression has become a variable of the primitive type that is returned. */
  private boolean isVariableOfType(Code code) {
    return type.getKind().isPrimitive()
        && code.reads().stream()
            .filter(local -> local.type().equals(TypeName.get(type).withoutAnnotations()))
            .anyMatch(local -> local.name().equals(code.toString()));
  }

  /**
   * Whether a switch expression would be evaluated with other operands on the stack, for which
   * javac 17 may make bytecode that does not verify.
   */
  private boolean holdsSwitch(ExpressionTree expression) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
        found[0] |= !context.replacements.containsKey(tree);
        return null;
      }
    }.scan(expression, null);
    return found[0];
  }

  private Code convert(ExpressionTree expression, Code code) {
    TypeMirror own = context.type(expression);
    if (type.getKind().isPrimitive() || own.getKind().isPrimitive()) {
      return primitive(own, type, code);
    }
    if (!isPoly(expression)) {
      return code;
    }
    TypeName name = context.typeNames.name(type).orElse(ClassName.OBJECT);
    return Code.join(context.qualifier(Spi.STEPPER), ".<", name, ">typed(", code, ")");
  }

  private Code primitive(TypeMirror own, TypeMirror wanted, Code code) {
    TypeName from =
        own.getKind().isPrimitive() ? TypeName.get(own).withoutAnnotations() : ClassName.OBJECT;
    TypeName to = TypeName.get(context.types().erasure(wanted)).withoutAnnotations();
    TypeName unboxed = to.isBoxedPrimitive() ? to.unbox() : to;
    return from.equals(unboxed) || !unboxed.isPrimitive()
        ? code
        : Code.join("(", unboxed, ") (", code, ")");
  }

  /**
   * A primitive operand is converted to what the place of the whole wants: {@code c ? 1 : null}.
   */
  private boolean isPolyOperand(ExpressionTree operand) {
    return context.type(operand).getKind().isPrimitive() || isPoly(operand);
  }

  /** Whether an expression has the primitive type that is returned, wherever it stands. */
  private boolean isOfReturned(ExpressionTree expression) {
    return TreeShapes.bare(expression) instanceof ConditionalExpressionTree choice
        ? isOfReturned(choice.getTrueExpression()) && isOfReturned(choice.getFalseExpression())
        : context.type(expression).getKind() == type.getKind() && !isPoly(expression);
  }

  /** Whether the type of the expression may depend on the place where it stands. */
  private boolean isPoly(ExpressionTree expression) {
    Tree bare = TreeShapes.bare(expression);
    if (bare instanceof ConditionalExpressionTree choice) {
      // Operands of two classes of numbers are each converted: call.<Character>get() and 1.
      return type.getKind().isPrimitive()
          ? !isOfReturned(choice)
          : isPolyOperand(choice.getTrueExpression()) || isPolyOperand(choice.getFalseExpression());
    }
    if (bare instanceof SwitchExpressionTree
        || bare instanceof LambdaExpressionTree
        || bare instanceof MemberReferenceTree) {
      return true;
    }
    if (context.replacements.containsKey(bare)) {
      return false;
    }
    if (bare instanceof NewClassTree made) {
      return made.getIdentifier() instanceof ParameterizedTypeTree parameterized
          && parameterized.getTypeArguments().isEmpty();
    }
    return bare instanceof MethodInvocationTree call
        && context.index.element(call) instanceof ExecutableElement method
        && !method.getTypeParameters().isEmpty()
        && call.getTypeArguments().isEmpty();
  }
}
