package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Changes assignments to fields that need an accessor, and those whose old value has been kept;
 * each method answers whether the whole of the assignment is taken care of.
 */
final class AssignmentEdits {
  private final MemberScope scope;
  private final MethodContext context;
  private final Edits edits;

  AssignmentEdits(MemberScope scope) {
    this.scope = scope;
    this.context = scope.context;
    this.edits = scope.edits;
  }

  /** A field that needs an accessor, and the object it belongs to. */
  private record FieldAccess(Tree name, VariableElement field, Code receiver, boolean isPlain) {
    /** The object as the first argument of an accessor that takes another. */
    Code argument() {
      return Owners.isStatic(field) ? Code.EMPTY : Code.join(receiver, ", ");
    }
  }

  private Optional<FieldAccess> access(Tree variable) {
    Tree bare = TreeShapes.bare(variable);
    if (!(context.index.element(bare) instanceof VariableElement field)
        || field.getKind() != ElementKind.FIELD
        || !scope.needsAccessor(field, bare)) {
      return Optional.empty();
    }
    if (bare instanceof MemberSelectTree select) {
      boolean isPlain = scope.isPlain(select.getExpression());
      return Optional.of(new FieldAccess(bare, field, scope.receiver(select, field), isPlain));
    }
    return scope.names.receiver(bare, field).map(r -> new FieldAccess(bare, field, r, true));
  }

  boolean assignment(AssignmentTree tree) {
    Optional<FieldAccess> access = access(tree.getVariable());
    access.ifPresent(
        field -> {
          Code value = edits.sub(tree.getExpression());
          edits.edit(tree, set(field, narrow(field, tree.getExpression(), value), tree));
        });
    return access.isPresent();
  }

  private Code set(FieldAccess access, Code value, Tree at) {
    Accessor accessor = context.access.fields().field(access.field(), Kind.SET, from(access), at);
    return context.call(accessor, Code.join(access.argument(), value));
  }

  private TypeElement from(FieldAccess access) {
    return scope.from(access.field(), access.name());
  }

  /** A constant fits into a small field by assignment, but not as an argument. */
  private Code narrow(FieldAccess access, ExpressionTree expression, Code value) {
    TypeName field = TypeName.get(context.types().erasure(access.field().asType()));
    TypeName small = field.isBoxedPrimitive() ? field.unbox() : field;
    boolean narrows =
        (small.equals(TypeName.BYTE) || small.equals(TypeName.SHORT) || small.equals(TypeName.CHAR))
            && context.type(expression).getKind().isPrimitive();
    return narrows ? Code.join("(", small, ") (", value, ")") : value;
  }

  boolean compound(CompoundAssignmentTree tree) {
    Optional<Code> kept = Optional.ofNullable(context.oldValues.get(tree));
    Optional<FieldAccess> access = access(tree.getVariable());
    if (access.isPresent()) {
      compound(tree, access.get(), kept);
    } else {
      kept.ifPresent(old -> combined(tree, old));
    }
    return access.isPresent() || kept.isPresent();
  }

  private void compound(CompoundAssignmentTree tree, FieldAccess field, Optional<Code> kept) {
    if (!field.isPlain() && kept.isEmpty()) {
      edits.edit(tree, updated(tree, field));
      return;
    }
    Code old = kept.orElseGet(() -> scope.get(field.field(), field.receiver(), field.name()));
    edits.edit(tree, set(field, combine(tree, old), tree));
  }

  /** The object is computed once, and its field read, before the right side is evaluated. */
  private Code updated(CompoundAssignmentTree tree, FieldAccess access) {
    VariableElement field = access.field();
    TypeMirror type = context.type(tree.getVariable());
    Accessor hold = context.access.fields().hold(field, type, from(access), tree);
    Accessor update =
        context
            .access
            .fields()
            .update(field, type, Operators.symbol(tree), operand(tree), from(access), tree);
    Code held = context.call(hold, access.receiver());
    return context.call(update, Code.join(held, ", ", edits.sub(tree.getExpression())));
  }

  /** A type that the right side can be handed on in, without a change of the result. */
  private TypeName operand(CompoundAssignmentTree tree) {
    if (context.type(tree).toString().equals("java.lang.String")) {
      return ClassName.OBJECT;
    }
    TypeMirror type = context.types().erasure(context.type(tree.getExpression()));
    TypeName name = TypeName.get(type).withoutAnnotations();
    return name.isBoxedPrimitive() ? name.unbox() : name;
  }

  private void combined(CompoundAssignmentTree tree, Code old) {
    Code value = combine(tree, old);
    Code assigned = Code.join(edits.sub(tree.getVariable()), " = ", value);
    boolean isStatement =
        context.index.parent(tree).orElse(null) instanceof ExpressionStatementTree;
    edits.edit(tree, isStatement ? assigned : Code.join("(", assigned, ")"));
  }

  /** The value of a compound assignment: the operation, cast back to the variable's type. */
  private Code combine(CompoundAssignmentTree tree, Code old) {
    ExpressionTree right = tree.getExpression();
    Code operand = PatternFence.around(context, right, edits.sub(right));
    TypeName type = context.typeName(tree.getVariable());
    return Code.join("(", type, ") (", old, " " + Operators.symbol(tree) + " (", operand, "))");
  }

  /** {@code ++} or {@code --}. */
  boolean step(UnaryTree tree) {
    Optional<FieldAccess> access = access(tree.getExpression());
    access.ifPresent(
        field -> {
          Kind kind = Operators.isPostfix(tree) ? Kind.GET_AND_ADD : Kind.ADD_AND_GET;
          TypeMirror type = context.type(tree.getExpression());
          Accessor accessor =
              context.access.fields().added(field.field(), kind, type, from(field), tree);
          String delta = Operators.isIncrement(tree) ? "1" : "-1";
          edits.edit(tree, context.call(accessor, Code.join(field.argument(), delta)));
        });
    return access.isPresent();
  }
}
