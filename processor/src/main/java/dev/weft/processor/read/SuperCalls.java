package dev.weft.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/** How the constructors of a class in the text call those of its superclass. */
final class SuperCalls {
  private final MethodContext context;

  SuperCalls(MethodContext context) {
    this.context = context;
  }

  /** Whether one of them leaves it to the compiler to find the object that they belong to. */
  boolean isOuterImplied(ClassTree tree) {
    List<BlockTree> written = constructors(tree);
    return written.isEmpty()
        || written.stream()
            .anyMatch(body -> called(body).filter(c -> !TreeShapes.isSuper(c)).isEmpty());
  }

  /** The bodies of the constructors that the user has written. */
  List<BlockTree> constructors(ClassTree tree) {
    List<BlockTree> written = new ArrayList<>();
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree method && isWrittenConstructor(method)) {
        written.add(method.getBody());
      }
    }
    return written;
  }

  private boolean isWrittenConstructor(MethodTree tree) {
    return isConstructor(tree)
        && context.elements().getOrigin(Objects.requireNonNull(context.index.element(tree)))
            == Elements.Origin.EXPLICIT;
  }

  private boolean isConstructor(MethodTree tree) {
    Element method = context.index.element(tree);
    return method != null && method.getKind() == ElementKind.CONSTRUCTOR;
  }

  /** The {@code this}, {@code super} or {@code e.super} that a constructor calls, if written. */
  Optional<ExpressionTree> called(BlockTree body) {
    return calls(body)
        .map(MethodInvocationTree::getMethodSelect)
        .filter(context.source::isWritten)
        .findFirst();
  }

  /** The calls of other constructors, which are statements of their own. */
  private static Stream<MethodInvocationTree> calls(BlockTree body) {
    return body.getStatements().stream()
        .flatMap(s -> s instanceof ExpressionStatementTree e ? Stream.of(e) : Stream.empty())
        .flatMap(
            s ->
                s.getExpression() instanceof MethodInvocationTree c ? Stream.of(c) : Stream.empty())
        .filter(
            c ->
                TreeShapes.isThis(c.getMethodSelect())
                    || TreeShapes.isAnySuper(c.getMethodSelect()));
  }

  /** Refuses a superclass of which only the classes around it may make an object. */
  void rejectPrivate(ClassTree tree) {
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree method && isConstructor(method)) {
        calls(method.getBody()).forEach(call -> rejectPrivate(call, tree));
      }
    }
  }

  private void rejectPrivate(MethodInvocationTree call, ClassTree tree) {
    boolean isPrivate =
        TreeShapes.isAnySuper(call.getMethodSelect())
            && context.index.element(call) instanceof ExecutableElement called
            && called.getModifiers().contains(Modifier.PRIVATE)
            && !Access.isLocal(Owners.of(called));
    if (isPrivate) {
      Element constructor = Objects.requireNonNull(context.index.element(call));
      boolean isWritten = context.elements().getOrigin(constructor) == Elements.Origin.EXPLICIT;
      throw MemberScope.inaccessible(
          place(call, tree),
          isWritten
              ? "the constructor of its superclass is private"
              : "the constructor that its superclass has by itself is private like the class",
          (isWritten
                  ? "make that constructor of %s package-private"
                  : "write %s() {} in that class")
              .formatted(Owners.of(constructor).getSimpleName()));
    }
  }

  /** The call if it is written, or else what makes an object of the class or declares it. */
  private Tree place(MethodInvocationTree call, ClassTree tree) {
    if (context.index.parent(tree).orElse(null) instanceof NewClassTree creation) {
      boolean isMoved = Creation.of(creation, context.source).isMoved();
      return isMoved ? creation.getIdentifier() : creation;
    }
    return context.source.isWritten(call.getMethodSelect()) ? call.getMethodSelect() : tree;
  }
}
