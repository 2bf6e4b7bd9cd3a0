package dev.weft.processor.read;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Code;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Changes instance creations that need an accessor or an outer instance. */
final class CreationEdits {
  private final MemberScope scope;
  private final MethodContext context;
  private final Edits edits;

  CreationEdits(MemberScope scope) {
    this.scope = scope;
    this.context = scope.context;
    this.edits = scope.edits;
  }

  /** An instance creation; true if the whole of it is taken care of. */
  boolean creation(NewClassTree tree, @Nullable Element element) {
    if (!(element instanceof ExecutableElement constructor)) {
      return false;
    }
    if (tree.getClassBody() != null) {
      rejectPrivateSuperclass(tree);
      return false;
    }
    TypeElement made = Owners.of(constructor);
    if (scope.needsAccessor(constructor)) {
      privateCreation(tree, constructor, made);
      return true;
    }
    if (tree.getEnclosingExpression() != null) {
      edits.scan(tree.getEnclosingExpression(), null);
      innerName(tree, made);
      return true;
    }
    return isInner(made) && innerCreation(tree, made);
  }

  private void rejectPrivateSuperclass(NewClassTree tree) {
    if (context.index.element(tree.getIdentifier()) instanceof TypeElement superclass) {
      boolean hasPrivateOnly =
          superclass.getKind() == ElementKind.CLASS
              && !Access.isLocal(superclass)
              && ElementFilter.constructorsIn(superclass.getEnclosedElements()).stream()
                  .allMatch(c -> c.getModifiers().contains(Modifier.PRIVATE));
      if (hasPrivateOnly) {
        throw MemberScope.inaccessible(
            tree,
            "its superclass has only private constructors",
            "make a constructor of %s package-private".formatted(superclass.getSimpleName()));
      }
    }
  }

  private void privateCreation(NewClassTree tree, ExecutableElement constructor, TypeElement made) {
    if (tree.getEnclosingExpression() != null || isInner(made)) {
      throw MemberScope.inaccessible(
          tree, "its class needs an outer instance", "make its constructor package-private");
    }
    Accessor accessor = context.access.constructor(constructor, context.host, tree);
    Code witness = new TypeWitness(scope).of(tree);
    scope.call(tree, tree.getIdentifier(), accessor, witness, Code.EMPTY, tree.getArguments());
  }

  private static boolean isInner(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement
        && !Owners.isStatic(type)
        && !Access.isLocal(type);
  }

  private boolean innerCreation(NewClassTree tree, TypeElement made) {
    Optional<Code> outer = scope.names.receiver(tree, made);
    if (outer.isEmpty()) {
      return false;
    }
    int start = context.source.start(tree);
    int type = context.source.start(tree.getIdentifier());
    edits.edit(start, type, Code.join(outer.get(), ".new "));
    innerName(tree, made);
    return true;
  }

  /** Behind an outer instance an inner class stands by its simple name. */
  private void innerName(NewClassTree tree, TypeElement made) {
    Tree identifier = tree.getIdentifier();
    Code name = Code.of(made.getSimpleName().toString());
    if (identifier instanceof ParameterizedTypeTree parameterized) {
      edits.edit(parameterized.getType(), name);
      edits.scan(parameterized.getTypeArguments(), null);
    } else {
      edits.edit(identifier, name);
    }
    edits.scan(tree.getArguments(), null);
  }
}
