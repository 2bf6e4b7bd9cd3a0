package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Whether a class has to be initialised at a time when nothing else does it. The virtual machine
 * initialises the class of a static method at its call, of which a stepper is another class; and
 * that of a new object before it evaluates the arguments, which a stepper may do before.
 */
final class Initialization {
  private final Trees trees;

  Initialization(Trees trees) {
    this.trees = trees;
  }

  /** The class to initialise before the method runs, if anybody could tell that it was not. */
  Optional<ClassName> of(ExecutableElement method) {
    return Owners.isStatic(method) && runsCode(Owners.of(method))
        ? new TypeNames().className(Owners.of(method))
        : Optional.empty();
  }

  /** Whether anybody could tell that a class, which a creation names, was not initialised. */
  boolean isSeen(TypeElement type) {
    return !type.getQualifiedName().toString().startsWith("java.") && runsCode(type);
  }

  private boolean runsCode(TypeElement type) {
    boolean ownCode =
        type.getKind() == ElementKind.ENUM
            || type.getEnclosedElements().stream()
                .anyMatch(e -> e.getKind() == ElementKind.STATIC_INIT);
    ClassTree tree = trees.getTree(type);
    return ownCode
        || (tree != null && runsCode(tree, type))
        || (type.getSuperclass() instanceof DeclaredType above
            && runsCode((TypeElement) above.asElement()));
  }

  private static boolean runsCode(ClassTree tree, TypeElement type) {
    return tree.getMembers().stream().anyMatch(m -> runsCode(m, type));
  }

  private static boolean runsCode(Tree member, TypeElement type) {
    if (member instanceof BlockTree block) {
      return block.isStatic();
    }
    return member instanceof VariableTree variable
        && variable.getInitializer() != null
        && type.getEnclosedElements().stream()
            .filter(e -> e.getSimpleName().equals(variable.getName()))
            .anyMatch(Initialization::isComputed);
  }

  private static boolean isComputed(Element element) {
    return element instanceof VariableElement field
        && field.getModifiers().contains(Modifier.STATIC)
        && field.getConstantValue() == null;
  }
}
