package dev.weft.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Java makes text of an operand of {@code +} as soon as it has been evaluated, before it goes on to
 * the next. Of an object that is kept aside the text is kept, since the object may change
 * meanwhile.
 */
final class Joining {
  private final MethodContext context;

  Joining(MethodContext context) {
    this.context = context;
  }

  /** Whether an operand is joined to a string at its place, and may not always give the same. */
  boolean isJoined(ExpressionTree operand) {
    Tree parent = context.index.parent(context.index.enclosed(operand)).orElseThrow();
    return parent instanceof BinaryTree sum
        && sum.getKind() == Tree.Kind.PLUS
        && isText(context.type(sum))
        && mayChange(operand);
  }

  /**
   * Whether what a variable held before is joined to a string, and may not always give the same.
   */
  boolean isJoined(CompoundAssignmentTree tree) {
    return tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT && mayChange(tree.getVariable());
  }

  private boolean mayChange(ExpressionTree operand) {
    TypeMirror type = context.type(operand);
    return !type.getKind().isPrimitive()
        && type.getKind() != TypeKind.NULL
        && !isText(type)
        && Unboxing.unbox(context, type).isEmpty();
  }

  private static boolean isText(TypeMirror type) {
    return type.toString().equals("java.lang.String");
  }

  /** The text of an object. */
  static Code text(Code object) {
    return Code.join("\"\" + ", object);
  }
}
