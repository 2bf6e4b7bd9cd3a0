package dev.weft.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What a class that is declared in a method body takes from around it. */
final class FreeVariables extends TreePathScanner<Void, Void> {
  private final MethodContext context;
  private final ImplicitNames names;
  private final Tree root;
  private final Set<Element> captured = new LinkedHashSet<>();
  private final Set<TypeElement> created = new LinkedHashSet<>();
  private final Set<Element> named = new LinkedHashSet<>();
  private boolean self;
  private boolean generic;

  /**
   * @param captured locals of the method, without constants
   * @param created classes of the method of which it makes instances, or that it extends
   * @param named classes of the method that it names in any way
   * @param self whether it names members of the object whose method this is
   * @param generic whether it names type variables of the method or its class
   */
  record Found(
      Set<Element> captured,
      Set<TypeElement> created,
      Set<Element> named,
      boolean self,
      boolean generic) {}

  private FreeVariables(MethodContext context, Tree root) {
    this.context = context;
    this.names = new ImplicitNames(context);
    this.root = root;
  }

  static Found of(MethodContext context, ClassTree root) {
    FreeVariables scanner = new FreeVariables(context, root);
    scanner.scan(context.index.path(root), null);
    return new Found(
        scanner.captured, scanner.created, scanner.named, scanner.self, scanner.generic);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, Void nothing) {
    Element element = context.attributed.trees().getElement(getCurrentPath());
    if (element == null || TreeShapes.isThis(tree) || TreeShapes.isSuper(tree)) {
      return null;
    }
    switch (element.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          variable((VariableElement) element);
      case FIELD, METHOD -> self |= !Owners.isStatic(element) && isOfHost(tree, element);
      case CLASS, ENUM, INTERFACE, RECORD, ANNOTATION_TYPE -> type((TypeElement) element);
      case TYPE_PARAMETER -> generic |= isOutside(((TypeParameterElement) element));
      default -> {}
    }
    return null;
  }

  private void variable(VariableElement variable) {
    Optional<Tree> declaration = context.index.declaration(variable);
    if (variable.getConstantValue() == null
        && declaration.isPresent()
        && !isInside(declaration.get())) {
      captured.add(variable);
      generic |= TypeVariables.mentioned(variable.asType());
    }
  }

  private void type(TypeElement type) {
    TypeElement outermost = StepperNames.topLevel(type);
    boolean isOutside = context.index.declaration(outermost).filter(d -> !isInside(d)).isPresent();
    if (isOutside) {
      named.add(outermost);
    }
  }

  private boolean isInside(Tree tree) {
    for (TreePath p = context.index.path(tree); p != null; p = p.getParentPath()) {
      if (p.getLeaf() == root) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfHost(Tree tree, Element member) {
    return names.owner(tree, member).filter(t -> !Access.isLocal(t)).isPresent();
  }

  /** Whether a type parameter belongs to the method or to a class around it. */
  private boolean isOutside(TypeParameterElement parameter) {
    Element owner = parameter.getGenericElement();
    return owner.equals(context.method)
        || owner instanceof TypeElement type && !Access.isLocal(type);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
    boolean isInstance =
        tree.getIdentifier().contentEquals("this") || tree.getIdentifier().contentEquals("super");
    self |=
        isInstance
            && context.index.element(tree.getExpression()) instanceof TypeElement type
            && !Access.isLocal(type);
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, Void nothing) {
    if (Creation.of(tree, context.source).outer().isEmpty()) {
      created(TreeShapes.rawType(tree.getIdentifier()));
    }
    return super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      created(TreeShapes.rawType(tree.getQualifierExpression()));
    }
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Void nothing) {
    boolean isNamed = tree.getSimpleName().length() > 0;
    if (isNamed && tree.getExtendsClause() != null) {
      created(TreeShapes.rawType(tree.getExtendsClause()));
    }
    return super.visitClass(tree, null);
  }

  private void created(Tree name) {
    if (context.index.element(name) instanceof TypeElement type) {
      if (Access.isLocal(type)) {
        created.add(type);
      } else {
        self |= type.getKind() == ElementKind.CLASS && Owners.isInner(type);
      }
    }
  }
}
