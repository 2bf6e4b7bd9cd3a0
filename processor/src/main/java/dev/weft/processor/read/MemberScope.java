package dev.weft.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.Problem;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import dev.weft.processor.model.Code;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What the edits of members share: the text they stand in, and how a member is reached there. */
final class MemberScope {
  final MethodContext context;
  final Edits edits;
  final ImplicitNames names;
  final SuperNames supers;
  private final Protection protection;

  MemberScope(MethodContext context, Edits edits) {
    this.context = context;
    this.edits = edits;
    this.names = new ImplicitNames(context);
    this.supers = new SuperNames(context);
    this.protection = new Protection(context, names, supers);
  }

  /**
   * Whether a member can't be named in the stepper as it is in the source.
   *
   * @param name the tree that names it
   */
  boolean needsAccessor(Element member, Tree name) {
    return context.access.isNeeded(member, context.host)
        && !protection.isGrantedInText(member, name);
  }

  /** The class from which an accessor reaches a member. */
  TypeElement from(Element member, Tree name) {
    return protection.from(member, name);
  }

  /** The object in front of the dot; nothing where it is a type. */
  Code receiver(MemberSelectTree tree, Element member) {
    ExpressionTree qualifier = tree.getExpression();
    boolean isSuper = TreeShapes.isAnySuper(qualifier);
    if (Owners.isStatic(member)
        && (isSuper || context.index.element(qualifier) instanceof TypeElement)) {
      return Code.EMPTY;
    }
    return isSuper ? supers.object(qualifier) : edits.sub(qualifier);
  }

  /** Whether an expression only reads, so that it may be evaluated twice in a row. */
  boolean isPlain(Tree expression) {
    Tree bare = TreeShapes.bare(expression);
    if (bare instanceof MemberSelectTree select) {
      return isPlain(select.getExpression());
    }
    if (bare instanceof ArrayAccessTree access) {
      return isPlain(access.getExpression()) && isPlain(access.getIndex());
    }
    return bare instanceof IdentifierTree
        || bare instanceof LiteralTree
        || context.replacements.containsKey(expression);
  }

  /** The value of a field that needs an accessor. */
  Code get(VariableElement field, Code receiver, Tree at) {
    if (field.getConstantValue() != null) {
      // A private constant is written out, since it must stay a constant.
      return Constants.literal(context.elements(), field);
    }
    Accessor accessor = context.access.fields().field(field, Kind.GET, from(field, at), at);
    return context.call(accessor, Owners.isStatic(field) ? Code.EMPTY : receiver);
  }

  /** Calls an accessor in place of what stands in the text up to the arguments. */
  void call(
      Tree tree,
      Tree name,
      Accessor accessor,
      Code witness,
      Code receiver,
      List<? extends ExpressionTree> arguments) {
    int parenthesis = context.source.find('(', context.source.end(name));
    Code comma = Code.of(arguments.isEmpty() || receiver.isEmpty() ? "" : ", ");
    edits.edit(
        context.source.start(tree),
        parenthesis + 1,
        Code.join(context.accessors(), ".", witness, accessor.name() + "(", receiver, comma));
    edits.scan(arguments, null);
  }

  static Refusal inaccessible(Tree tree, String why, String remedy) {
    return new Refusal(Problem.INACCESSIBLE, tree, "this", why, remedy);
  }
}
