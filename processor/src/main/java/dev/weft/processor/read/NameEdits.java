package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Spells out names of members and types, which the user could write shorter than the stepper. */
final class NameEdits {
  private final MemberScope scope;
  private final MethodContext context;
  private final Edits edits;

  NameEdits(MemberScope scope) {
    this.scope = scope;
    this.context = scope.context;
    this.edits = scope.edits;
  }

  /** {@code this}, where it means the host. */
  void self(Tree tree) {
    if (!edits.isInClass()) {
      edits.edit(tree, scope.names.self());
    }
  }

  /** A simple name of a field or method. */
  void member(IdentifierTree tree, Element member) {
    if (TreeShapes.isSuper(tree)) {
      return;
    }
    Optional<Code> receiver = scope.names.receiver(tree, member);
    if (receiver.isEmpty()) {
      return;
    }
    if (member instanceof VariableElement field && scope.needsAccessor(field, tree)) {
      edits.edit(tree, scope.get(field, receiver.get(), tree));
    } else {
      edits.edit(tree, Code.join(receiver.get(), "." + tree.getName()));
    }
  }

  /** A simple name of a type. */
  void type(Tree tree, Element element) {
    if (element instanceof TypeElement type) {
      if (Access.isLocal(type)) {
        context.classes.name(type, tree).ifPresent(name -> edits.edit(tree, Code.join(name)));
      } else if (!isInheritedInText(tree, type)) {
        edits.edit(tree, scope.names.type(tree, type));
      }
    }
  }

  /** Whether a class in the text brings the type along. */
  private boolean isInheritedInText(Tree tree, TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement
        && scope.names.owner(tree, type).filter(Access::isLocal).isPresent();
  }

  /** {@code expression.name}; true if the whole of it is taken care of. */
  boolean select(MemberSelectTree tree, @Nullable Element element) {
    if (element == null) {
      return false;
    }
    String name = tree.getIdentifier().toString();
    int end = context.source.end(tree);
    if (!context.source.endsWith(name, context.source.start(tree), end)) {
      return !context.source.isWritten(tree);
    }
    if (element instanceof TypeElement type) {
      return selectType(tree, type);
    }
    if (name.equals("this")) {
      return outerThis(tree);
    }
    if (element instanceof VariableElement field
        && element.getKind() == ElementKind.FIELD
        && scope.needsAccessor(field, tree)) {
      edits.edit(tree, scope.get(field, scope.receiver(tree, field), tree));
      return true;
    }
    if (TreeShapes.isAnySuper(tree.getExpression())
        && scope.supers.isOfHost(tree.getExpression())) {
      edits.edit(tree.getExpression(), above(tree.getExpression(), element));
      return true;
    }
    return false;
  }

  private boolean selectType(MemberSelectTree tree, TypeElement type) {
    Element qualifier = context.index.element(tree.getExpression());
    boolean isPlain = qualifier != null && isTypeOrPackage(qualifier);
    if (isPlain
        && !Access.isLocal(type)
        && !(tree.getExpression() instanceof ParameterizedTypeTree)) {
      edits.edit(tree, scope.names.type(tree, type));
      return true;
    }
    return false;
  }

  private static boolean isTypeOrPackage(Element element) {
    return element instanceof TypeElement || element.getKind() == ElementKind.PACKAGE;
  }

  private boolean outerThis(MemberSelectTree tree) {
    Element type = context.index.element(tree.getExpression());
    if (type instanceof TypeElement outer && !Access.isLocal(outer)) {
      edits.edit(tree, scope.names.instance(outer, tree));
    }
    return true;
  }

  /** What has the members that {@code super} has. */
  private Code above(Tree superTree, Element member) {
    if (Owners.isStatic(member)) {
      return scope.names.type(scope.supers.above(superTree));
    }
    TypeName type = context.typeName(scope.supers.superclass(superTree), superTree);
    return Code.join("((", type, ") ", scope.supers.object(superTree), ")");
  }
}
