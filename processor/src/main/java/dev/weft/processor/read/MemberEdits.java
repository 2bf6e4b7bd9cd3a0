package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.Problem;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import dev.weft.processor.model.Code;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Changes to names of members and types, which the user could write shorter than the stepper. */
final class MemberEdits {
  private final MethodContext context;
  private final Edits edits;

  MemberEdits(MethodContext context, Edits edits) {
    this.context = context;
    this.edits = edits;
  }

  /** {@code this}, where it means the host. */
  void self(Tree tree) {
    if (!edits.isInClass()) {
      edits.edit(tree, selfCode());
    }
  }

  private Code selfCode() {
    return Code.read(
        context
            .self()
            .orElseThrow(() -> new IllegalStateException("no instance in a static method")));
  }

  /** A simple name of a field or method. */
  void name(IdentifierTree tree, Element member) {
    if (tree.getName().contentEquals("super")) {
      return;
    }
    Optional<Code> receiver = implicitReceiver(tree, member);
    if (receiver.isEmpty()) {
      return;
    }
    if (member instanceof VariableElement field && needsAccessor(field)) {
      edits.edit(tree, get(field, receiver.get(), tree));
    } else {
      edits.edit(tree, Code.join(receiver.get(), "." + tree.getName()));
    }
  }

  private boolean needsAccessor(Element member) {
    return context.access.isNeeded(member, context.host);
  }

  private static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC);
  }

  /**
   * What a simple name of a member is short for in the stepper, up to the dot; nothing where it
   * belongs to a class that stands in the text.
   */
  private Optional<Code> implicitReceiver(Tree tree, Element member) {
    TypeElement owner = Owners.of(member);
    for (TreePath p = context.index.path(tree); p != null; p = p.getParentPath()) {
      if (p.getLeaf() instanceof ClassTree
          && context.attributed.trees().getElement(p) instanceof TypeElement type
          && hasMember(type, member, owner)) {
        return Access.isLocal(type)
            ? Optional.empty()
            : Optional.of(isStatic(member) ? typeCode(type) : instance(type, tree));
      }
    }
    return Optional.of(typeCode(owner));
  }

  /** The instance whose method is called by its simple name. */
  Code implicitInstance(MethodInvocationTree call, ExecutableElement method) {
    return implicitReceiver(call, method)
        .orElseThrow(
            () ->
                new Refusal(
                    Problem.OUTER_DELEGATION,
                    call,
                    method.getSimpleName(),
                    Owners.of(method).getSimpleName()));
  }

  private boolean hasMember(TypeElement type, Element member, TypeElement owner) {
    boolean inherits =
        context
            .types()
            .isSubtype(
                context.types().erasure(type.asType()), context.types().erasure(owner.asType()));
    boolean isInherited =
        owner.equals(type)
            || !(owner.getKind().isInterface()
                && member.getKind() == ElementKind.METHOD
                && isStatic(member));
    return inherits && isInherited;
  }

  /** The instance of a class around the method: the host's own, or one further out. */
  private Code instance(TypeElement type, Tree tree) {
    Code instance = selfCode();
    TypeElement each = context.host;
    while (!each.equals(type)) {
      instance = invoke(context.access.outer(each, tree), instance);
      each = Owners.of(each);
    }
    return instance;
  }

  private static Code typeCode(TypeElement type) {
    return Code.join(className(type));
  }

  private static ClassName className(TypeElement type) {
    return TypeNames.className(type).orElseThrow();
  }

  /** A simple name of a type. */
  void typeName(Tree tree, Element element) {
    if (element instanceof TypeElement type && !Access.isLocal(type)) {
      edits.edit(tree, typeCode(type));
    }
  }

  /** {@code expression.name}; true if the whole of it is taken care of. */
  boolean select(MemberSelectTree tree, @Nullable Element element) {
    String name = tree.getIdentifier().toString();
    int end = context.source.end(tree);
    if (element == null || !context.source.reads(name, end - name.length(), end)) {
      return element == null ? false : !context.source.isWritten(tree);
    }
    if (element instanceof TypeElement type) {
      return selectType(tree, type);
    }
    if (name.equals("this")) {
      return outerThis(tree);
    }
    if (TreeShapes.isSuper(tree.getExpression()) && !edits.isInClass()) {
      return superMember(tree, element);
    }
    if (element instanceof VariableElement field
        && element.getKind() == ElementKind.FIELD
        && needsAccessor(field)) {
      edits.edit(tree, get(field, receiver(tree, field), tree));
      return true;
    }
    return false;
  }

  private boolean selectType(MemberSelectTree tree, TypeElement type) {
    Element qualifier = edits.element(tree.getExpression());
    boolean isPlain = qualifier != null && isTypeOrPackage(qualifier);
    if (isPlain && !Access.isLocal(type) && !isParameterized(tree.getExpression())) {
      edits.edit(tree, typeCode(type));
      return true;
    }
    return false;
  }

  private static boolean isTypeOrPackage(Element element) {
    return element instanceof TypeElement || element.getKind() == ElementKind.PACKAGE;
  }

  private static boolean isParameterized(Tree tree) {
    return tree instanceof ParameterizedTypeTree;
  }

  private boolean outerThis(MemberSelectTree tree) {
    Element type = edits.element(tree.getExpression());
    if (type instanceof TypeElement outer && !Access.isLocal(outer)) {
      edits.edit(tree, instance(outer, tree));
    }
    return true;
  }

  private boolean superMember(MemberSelectTree tree, Element element) {
    if (element instanceof VariableElement field && !isStatic(field)) {
      TypeElement owner = Owners.of(field);
      edits.edit(tree.getExpression(), Code.join("((", className(owner), ") ", selfCode(), ")"));
      return true;
    }
    return false;
  }

  private Code receiver(MemberSelectTree tree, Element member) {
    Element qualifier = edits.element(tree.getExpression());
    if (isStatic(member) && qualifier instanceof TypeElement) {
      return Code.EMPTY;
    }
    return edits.sub(tree.getExpression());
  }

  private Code get(VariableElement field, Code receiver, Tree at) {
    if (field.getConstantValue() != null) {
      return constant(field);
    }
    Accessor accessor = context.access.field(field, Kind.GET, context.host, at);
    return invoke(accessor, isStatic(field) ? Code.EMPTY : receiver);
  }

  /** A private constant is written out, since it must stay a constant. */
  private Code constant(VariableElement field) {
    String literal = context.elements().getConstantExpression(field.getConstantValue());
    String name = field.getSimpleName().toString();
    TypeMirror type = field.asType();
    return switch (type.getKind()) {
      case BYTE, SHORT ->
          Code.of("(" + type + ") " + field.getConstantValue() + " /* " + name + " */");
      default -> Code.of(literal + " /* " + name + " */");
    };
  }

  private Code invoke(Accessor accessor, Code receiver) {
    return Code.join(context.access.name(), "." + accessor.name() + "(", receiver, ")");
  }

  /** A call; true if the whole of it is taken care of. */
  boolean call(MethodInvocationTree tree, @Nullable Element element) {
    if (!(element instanceof ExecutableElement method) || method.getKind() != ElementKind.METHOD) {
      return false;
    }
    if (isSuperCall(tree) && !isStatic(method)) {
      return superCall(tree, method);
    }
    if (!needsAccessor(method)) {
      return false;
    }
    Code receiver;
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      receiver = receiver(select, method);
    } else {
      Optional<Code> implicit = implicitReceiver(tree, method);
      if (implicit.isEmpty()) {
        return false;
      }
      receiver = implicit.get();
    }
    Accessor accessor = context.access.method(method, context.host, tree);
    open(
        tree,
        tree.getMethodSelect(),
        accessor,
        isStatic(method) ? Code.EMPTY : receiver,
        !tree.getArguments().isEmpty());
    tree.getArguments().forEach(a -> edits.scan(a, null));
    return true;
  }

  /** {@code super.m()} or {@code Type.super.m()}, where it means a supertype of the host. */
  private boolean isSuperCall(MethodInvocationTree tree) {
    return !edits.isInClass()
        && tree.getMethodSelect() instanceof MemberSelectTree select
        && (TreeShapes.isSuper(select.getExpression()) || isQualifiedSuper(select.getExpression()));
  }

  private static boolean isQualifiedSuper(Tree tree) {
    return tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("super");
  }

  private boolean superCall(MethodInvocationTree tree, ExecutableElement method) {
    MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
    TypeElement above = above(select.getExpression(), tree);
    Accessor accessor = context.access.superMethod(method, above, context.host, tree);
    open(tree, select, accessor, selfCode(), !tree.getArguments().isEmpty());
    tree.getArguments().forEach(a -> edits.scan(a, null));
    return true;
  }

  /** The type whose method is meant by {@code super}. */
  private TypeElement above(Tree superTree, Tree at) {
    if (superTree instanceof MemberSelectTree qualified) {
      TypeElement named = (TypeElement) edits.element(qualified.getExpression());
      if (named == null || !named.getKind().isInterface()) {
        throw new Refusal(Problem.OUTER_SUPER, at, context.source.summary(at));
      }
      return named;
    }
    TypeMirror superclass = context.host.getSuperclass();
    return (TypeElement)
        Objects.requireNonNull(
            superclass.getKind() == TypeKind.NONE
                ? context.elements().getTypeElement("java.lang.Object")
                : context.types().asElement(superclass));
  }

  /** Replaces everything up to the arguments. */
  private void open(Tree tree, Tree name, Accessor accessor, Code receiver, boolean hasArguments) {
    int parenthesis = context.source.find('(', context.source.end(name));
    Code comma = Code.of(hasArguments && !receiver.isEmpty() ? ", " : "");
    edits.edit(
        context.source.start(tree),
        parenthesis + 1,
        Code.join(context.access.name(), "." + accessor.name() + "(", receiver, comma));
  }

  /** An instance creation; true if the whole of it is taken care of. */
  boolean creation(NewClassTree tree, @Nullable Element element) {
    if (!(element instanceof ExecutableElement constructor)) {
      return false;
    }
    TypeElement made = Owners.of(constructor);
    if (tree.getClassBody() != null) {
      rejectPrivateSuperclass(tree);
      return false;
    }
    if (needsAccessor(constructor)) {
      if (tree.getEnclosingExpression() != null || isInner(made)) {
        throw inaccessible(
            tree, "its class needs an outer instance", "make its constructor package-private");
      }
      Accessor accessor = context.access.constructor(constructor, context.host, tree);
      open(tree, tree.getIdentifier(), accessor, Code.EMPTY, false);
      tree.getArguments().forEach(a -> edits.scan(a, null));
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
    if (edits.element(tree.getIdentifier()) instanceof TypeElement superclass) {
      boolean hasPrivateOnly =
          superclass.getKind() == ElementKind.CLASS
              && !Access.isLocal(superclass)
              && javax.lang.model.util.ElementFilter.constructorsIn(
                      superclass.getEnclosedElements())
                  .stream()
                  .allMatch(c -> c.getModifiers().contains(Modifier.PRIVATE));
      if (hasPrivateOnly) {
        throw inaccessible(
            tree,
            "its superclass has only private constructors",
            "make a constructor of %s package-private".formatted(superclass.getSimpleName()));
      }
    }
  }

  private static boolean isInner(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement
        && !isStatic(type)
        && !Access.isLocal(type);
  }

  private boolean innerCreation(NewClassTree tree, TypeElement made) {
    TypeElement outer = Owners.of(made);
    Optional<Code> receiver = implicitReceiver(tree, memberOf(made, outer));
    if (receiver.isEmpty()) {
      return false;
    }
    int start = context.source.start(tree);
    int type = context.source.start(tree.getIdentifier());
    edits.edit(start, type, Code.join(receiver.get(), ".new "));
    innerName(tree, made);
    return true;
  }

  /** Behind an outer instance an inner class stands by its simple name. */
  private void innerName(NewClassTree tree, TypeElement made) {
    Tree identifier = tree.getIdentifier();
    if (identifier instanceof ParameterizedTypeTree parameterized) {
      edits.edit(parameterized.getType(), Code.of(made.getSimpleName().toString()));
      parameterized.getTypeArguments().forEach(a -> edits.scan(a, null));
    } else {
      edits.edit(identifier, Code.of(made.getSimpleName().toString()));
    }
    tree.getArguments().forEach(a -> edits.scan(a, null));
  }

  private static Element memberOf(TypeElement made, TypeElement outer) {
    return Owners.of(made).equals(outer) ? made : outer;
  }

  /** A method reference; true if the whole of it is taken care of. */
  boolean reference(MemberReferenceTree tree, @Nullable Element element) {
    if (!(element instanceof ExecutableElement method)) {
      return false;
    }
    if (Suspensions.kind(method).isPresent()) {
      throw new Refusal(Problem.REFERENCE_TO_COMP, tree, context.source.summary(tree));
    }
    ExpressionTree qualifier = tree.getQualifierExpression();
    boolean isSuper = TreeShapes.isSuper(qualifier) || isQualifiedSuper(qualifier);
    if (isSuper && !edits.isInClass()) {
      Accessor accessor =
          context.access.superMethod(method, above(qualifier, tree), context.host, tree);
      boundReference(tree, accessor, selfCode());
      return true;
    }
    if (!needsAccessor(method)) {
      return false;
    }
    boolean isType =
        edits.element(qualifier) instanceof TypeElement && !TreeShapes.isThis(qualifier);
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      Accessor accessor = context.access.constructor(method, context.host, tree);
      edits.edit(tree, Code.join(context.access.name(), "::" + accessor.name()));
    } else if (isType) {
      Accessor accessor = context.access.method(method, context.host, tree);
      edits.edit(tree, Code.join(context.access.name(), "::" + accessor.name()));
    } else {
      boolean isSteady =
          TreeShapes.bare(qualifier) instanceof IdentifierTree
              || context.replacements.containsKey(qualifier);
      if (!isSteady) {
        throw inaccessible(
            tree,
            "the receiver of the reference is computed",
            "assign the receiver to a local variable first");
      }
      Accessor accessor = context.access.method(method, context.host, tree);
      boundReference(tree, accessor, edits.sub(qualifier));
    }
    return true;
  }

  /** A reference to a method of one object becomes a lambda. */
  private void boundReference(MemberReferenceTree tree, Accessor accessor, Code receiver) {
    int arity = FunctionalTypes.arity(context, context.type(tree));
    StringBuilder parameters = new StringBuilder();
    for (int i = 1; i <= arity; i++) {
      parameters.append(i == 1 ? "" : ", ").append(context.names.fresh("p" + i));
    }
    edits.edit(
        tree,
        Code.join(
            "(" + parameters + ") -> ",
            context.access.name(),
            "." + accessor.name() + "(",
            receiver,
            arity == 0 ? "" : ", " + parameters,
            ")"));
  }

  private static Refusal inaccessible(Tree tree, String why, String remedy) {
    return new Refusal(Problem.INACCESSIBLE, tree, "this", why, remedy);
  }

  /** An assignment to a field that needs an accessor; false if it is another. */
  boolean assignment(AssignmentTree tree) {
    Optional<FieldAccess> field = access(tree.getVariable());
    field.ifPresent(
        f -> {
          Code value = edits.sub(tree.getExpression());
          edits.edit(tree, set(f, narrow(f, tree.getExpression(), value), tree));
        });
    return field.isPresent();
  }

  /** A field and the object it belongs to. */
  private record FieldAccess(VariableElement field, Code receiver, boolean isSteady) {}

  private Optional<FieldAccess> access(Tree variable) {
    Tree bare = TreeShapes.bare(variable);
    if (!(edits.element(bare) instanceof VariableElement field)
        || field.getKind() != ElementKind.FIELD
        || !needsAccessor(field)) {
      return Optional.empty();
    }
    if (bare instanceof MemberSelectTree select) {
      boolean isSteady =
          TreeShapes.bare(select.getExpression()) instanceof IdentifierTree
              || context.replacements.containsKey(select.getExpression());
      return Optional.of(new FieldAccess(field, receiver(select, field), isSteady));
    }
    return implicitReceiver(bare, field).map(r -> new FieldAccess(field, r, true));
  }

  private Code set(FieldAccess access, Code value, Tree at) {
    Accessor accessor = context.access.field(access.field(), Kind.SET, context.host, at);
    Code receiver = isStatic(access.field()) ? Code.EMPTY : Code.join(access.receiver(), ", ");
    return invoke(accessor, Code.join(receiver, value));
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

  /** A compound assignment to a field that needs an accessor; false if it is another. */
  boolean compound(CompoundAssignmentTree tree) {
    Optional<FieldAccess> access = access(tree.getVariable());
    access.ifPresent(
        field -> {
          Code saved = context.oldValues.get(tree);
          if (!field.isSteady() && saved == null) {
            throw inaccessible(
                tree,
                "the object of a compound assignment to a private field is computed",
                "assign the object to a local variable first");
          }
          Code old = saved == null ? get(field.field(), field.receiver(), tree) : saved;
          Code operand = edits.sub(tree.getExpression());
          edits.edit(tree, set(field, combine(tree, old, operand), tree));
        });
    return access.isPresent();
  }

  /** The value of a compound assignment: the operation, cast back to the variable's type. */
  Code combine(CompoundAssignmentTree tree, Code old, Code operand) {
    TypeName type = context.typeName(tree.getVariable());
    return Code.join("(", type, ") (", old, " " + Operators.symbol(tree) + " (", operand, "))");
  }

  /** {@code ++} or {@code --} on a field that needs an accessor; false if it is another. */
  boolean step(UnaryTree tree) {
    Optional<FieldAccess> access = access(tree.getExpression());
    access.ifPresent(
        field -> {
          Kind kind = Operators.isPostfix(tree) ? Kind.GET_AND_ADD : Kind.ADD_AND_GET;
          Accessor accessor = context.access.field(field.field(), kind, context.host, tree);
          Code receiver = isStatic(field.field()) ? Code.EMPTY : Code.join(field.receiver(), ", ");
          String delta = Operators.isIncrement(tree) ? "1" : "-1";
          edits.edit(tree, invoke(accessor, Code.join(receiver, delta)));
        });
    return access.isPresent();
  }
}
