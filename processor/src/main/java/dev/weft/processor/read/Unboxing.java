package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Java unboxes an operand as soon as it has been evaluated, before it goes on to the next. An
 * operand that is kept aside must be unboxed at the same time, since null makes it fail there.
 */
final class Unboxing {
  private final MethodContext context;

  Unboxing(MethodContext context) {
    this.context = context;
  }

  /** The primitive type that an operand is unboxed to at its place, if it is. */
  Optional<TypeName> unboxed(ExpressionTree operand) {
    Optional<TypeMirror> primitive =
        operand instanceof CompoundAssignmentTree compound
            ? unbox(context, context.type(compound.getVariable()))
            : unbox(context, context.type(operand));
    return primitive.filter(p -> isUnboxed(operand)).map(p -> TypeName.get(p).withoutAnnotations());
  }

  /** The primitive type that the objects of a type are boxes of. */
  static Optional<TypeMirror> unbox(MethodContext context, TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.empty();
    }
    try {
      return Optional.of(context.types().unboxedType(type));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isUnboxed(ExpressionTree operand) {
    if (operand instanceof CompoundAssignmentTree compound) {
      return !isText(compound);
    }
    Tree child = context.index.enclosed(operand);
    Tree parent = context.index.parent(child).orElseThrow();
    if (parent instanceof BinaryTree binary) {
      return isComputed(binary);
    }
    if (parent instanceof ArrayAccessTree access) {
      return access.getIndex() == child;
    }
    if (parent instanceof NewArrayTree array) {
      return array.getDimensions().contains(child) || hasPrimitiveElements(array);
    }
    return isPrimitiveParameter(parent, child);
  }

  private boolean isText(ExpressionTree tree) {
    return context.type(tree).toString().equals("java.lang.String");
  }

  /** Whether an operator computes with the values, and does not compare or join the objects. */
  private boolean isComputed(BinaryTree tree) {
    boolean compares =
        tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
    return compares
        ? context.type(tree.getLeftOperand()).getKind().isPrimitive()
            || context.type(tree.getRightOperand()).getKind().isPrimitive()
        : !isText(tree);
  }

  private boolean hasPrimitiveElements(NewArrayTree tree) {
    return context.type(tree) instanceof ArrayType array
        && array.getComponentType().getKind().isPrimitive();
  }

  private boolean isPrimitiveParameter(Tree call, Tree argument) {
    List<? extends ExpressionTree> arguments =
        call instanceof MethodInvocationTree invocation
            ? invocation.getArguments()
            : call instanceof NewClassTree made ? made.getArguments() : List.of();
    int position = arguments.indexOf(argument);
    if (position < 0 || !(context.index.element(call) instanceof ExecutableElement method)) {
      return false;
    }
    int last = method.getParameters().size() - 1;
    if (method.isVarArgs() && position >= last) {
      TypeMirror rest = method.getParameters().get(last).asType();
      return ((ArrayType) rest).getComponentType().getKind().isPrimitive();
    }
    TypeKind kind = method.getParameters().get(position).asType().getKind();
    return kind.isPrimitive();
  }
}
