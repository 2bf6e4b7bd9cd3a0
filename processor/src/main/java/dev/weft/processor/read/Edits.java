package dev.weft.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Collects the changes that one piece of the user's text needs. */
final class Edits extends TreePathScanner<Void, Void> {
  private final MethodContext context;
  private final Jumps jumps;
  private final ReturnValues returns;
  private final Captures captures;
  private final Tree root;
  private final VariableEdits variables;
  private final JumpEdits leaving;
  private final NameEdits names;
  private final AssignmentEdits assignments;
  private final CallEdits calls;
  private final CreationEdits creations;
  private final ReferenceEdits references;
  private final SuperclassEdits superclasses;
  private final ChoiceEdits choices;
  private final List<Renderer.Edit> edits = new ArrayList<>();

  /** The outermost lambda or class around the current tree, inside the text. */
  private @Nullable TreePath capturing;

  private int classes;

  /** What the lines of the text are indented against; a part is put into this text again. */
  private Tree whole;

  Edits(MethodContext context, Jumps jumps, ReturnValues returns, Captures captures, Tree root) {
    this.context = context;
    this.jumps = jumps;
    this.returns = returns;
    this.captures = captures;
    this.root = root;
    this.whole = root;
    this.variables = new VariableEdits(context, this, captures);
    this.leaving = new JumpEdits(context, this, jumps, returns, root);
    MemberScope scope = new MemberScope(context, this);
    this.names = new NameEdits(scope);
    this.assignments = new AssignmentEdits(scope);
    this.calls = new CallEdits(scope);
    this.creations = new CreationEdits(scope);
    this.references = new ReferenceEdits(scope);
    this.superclasses = new SuperclassEdits(scope);
    this.choices = new ChoiceEdits(context);
  }

  void collect() {
    TreePath path = context.index.path(root);
    if (!replaced(path)) {
      scan(path, null);
    }
  }

  List<Renderer.Edit> edits() {
    return edits;
  }

  /** Where the jumps lead that leave the text. */
  List<Exit> exits() {
    return leaving.exits();
  }

  /** Whether code at the current place is inside a class that the method body declares. */
  boolean isInClass() {
    return classes > 0;
  }

  /** The value of a local where a tree stands. */
  Code value(Local local, Tree at) {
    return variables.mention(local, at, capturing);
  }

  /** The value of a local in a lambda that replaces a tree. */
  Code capturedValue(Local local, Tree lambda) {
    return variables.mention(
        local, lambda, capturing == null ? context.index.path(lambda) : capturing);
  }

  /** By how much a tree's line is indented in the text. */
  int indent(Tree tree) {
    return context.source.indent(tree, whole);
  }

  void edit(int from, int to, Code code) {
    edits.add(new Renderer.Edit(from, to, code));
  }

  void edit(Tree tree, Code code) {
    edit(context.source.start(tree), context.source.end(tree), code);
  }

  /** The text of a part of the current tree, with its own changes made. */
  Code sub(Tree part) {
    Edits inner = new Edits(context, jumps, returns, captures, part);
    inner.capturing = capturing;
    inner.classes = classes;
    inner.whole = whole;
    inner.collect();
    exits().addAll(inner.exits());
    return spliced(inner.edits, part);
  }

  /** The whole text, with its changes made. */
  Code spliced() {
    return spliced(edits, root);
  }

  /** The text of a part with changes made, and with the copies that statements inside it need. */
  private Code spliced(List<Renderer.Edit> changes, Tree part) {
    int start = context.source.start(part);
    int end = context.source.end(part);
    List<Renderer.Edit> all = new ArrayList<>(changes);
    captures.insertions().stream()
        .filter(e -> e.from() >= start && e.to() <= end)
        .forEach(all::add);
    return Renderer.splice(
        context, all, start, end, context.source.indent(context.source.start(whole)));
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, Void nothing) {
    if (tree == null) {
      return null;
    }
    TreePath path = new TreePath(getCurrentPath(), tree);
    return replaced(path) ? null : super.scan(tree, null);
  }

  private boolean replaced(TreePath path) {
    Code replacement = context.replacements.get(path.getLeaf());
    if (replacement != null) {
      edit(path.getLeaf(), isTorn(path) ? Code.join("(", replacement, ")") : replacement);
    }
    return replacement != null;
  }

  /** Whether what follows the tree would bind tighter than the cast that replaces it. */
  private boolean isTorn(TreePath path) {
    Tree tree = path.getLeaf();
    Tree parent = path.getParentPath().getLeaf();
    return context.casts.contains(tree)
        && (parent instanceof MemberSelectTree
            || parent instanceof MemberReferenceTree
            || (parent instanceof ArrayAccessTree access && access.getExpression() == tree)
            || Creation.isOuter(tree, parent));
  }

  private @Nullable Element element() {
    return context.attributed.trees().getElement(getCurrentPath());
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, Void nothing) {
    String name = tree.getName().toString();
    Element element = element();
    if (element == null
        || !context.source.reads(name, context.source.start(tree), context.source.end(tree))) {
      return null;
    }
    if (TreeShapes.isThis(tree)) {
      names.self(tree);
      return null;
    }
    switch (element.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          variables.mention(tree, element, capturing);
      case FIELD, ENUM_CONSTANT, METHOD -> names.member(tree, element);
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> names.type(tree, element);
      case TYPE_PARAMETER -> edit(tree, Code.of(context.typeNames.variable(element).name()));
      default -> {}
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
    return names.select(tree, element()) ? null : super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    return calls.call(tree, element()) ? null : super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, Void nothing) {
    return creations.creation(tree, element()) ? null : super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
    return references.reference(tree, element()) ? null : super.visitMemberReference(tree, null);
  }

  /** The elements of an annotation stand in it by their simple names. */
  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, Void nothing) {
    scan(tree.getAnnotationType(), null);
    for (ExpressionTree each : tree.getArguments()) {
      scan(each instanceof AssignmentTree given ? given.getExpression() : each, null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, Void nothing) {
    return assignments.assignment(tree) ? null : super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
    return assignments.compound(tree) ? null : super.visitCompoundAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, Void nothing) {
    boolean isStep = Operators.isStep(tree) && assignments.step(tree);
    return isStep ? null : super.visitUnary(tree, null);
  }

  /** The constants of an enum stand in case labels by their simple names. */
  @Override
  public @Nullable Void visitCase(CaseTree tree, Void nothing) {
    for (Tree label : tree.getExpressions()) {
      Element element = context.index.element(label);
      if (!(label instanceof IdentifierTree)
          || element == null
          || element.getKind() != ElementKind.ENUM_CONSTANT) {
        scan(label, null);
      }
    }
    if (tree.getExpressions().isEmpty()) {
      return super.visitCase(tree, null);
    }
    if (TreeShapes.isArrow(tree)) {
      scan(tree.getBody(), null);
    } else {
      scan(tree.getStatements(), null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, Void nothing) {
    String name = context.bindingNames.get(tree);
    if (name != null) {
      variables.rename(tree, name);
    }
    Optional<Code> unused = FieldsNeverRun.value(context, getCurrentPath());
    if (unused.isEmpty()) {
      return super.visitVariable(tree, null);
    }
    scan(tree.getModifiers(), null);
    scan(tree.getType(), null);
    edit(Objects.requireNonNull(tree.getInitializer()), unused.get());
    return null;
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, Void nothing) {
    int from = edits.size();
    super.visitInstanceOf(tree, null);
    Optional<Code> bound = variables.bindings(tree);
    if (bound.isPresent()) {
      List<Renderer.Edit> inner = edits.subList(from, edits.size());
      Code test = spliced(inner, tree);
      inner.clear();
      edit(tree, Code.join("(", test, bound.get(), ")"));
    }
    return null;
  }

  @Override
  public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, Void nothing) {
    scan(tree.getCondition(), null);
    for (ExpressionTree each : List.of(tree.getTrueExpression(), tree.getFalseExpression())) {
      Optional<Code> cast = choices.cast(tree, each);
      if (cast.isPresent()) {
        edit(each, Code.join(cast.get(), "(", sub(each), ")"));
      } else {
        scan(each, null);
      }
    }
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    TreePath outer = enter();
    super.visitLambdaExpression(tree, null);
    capturing = outer;
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Void nothing) {
    TreePath outer = enter();
    classes++;
    superclasses.declared(tree);
    super.visitClass(tree, null);
    classes--;
    capturing = outer;
    return null;
  }

  private @Nullable TreePath enter() {
    TreePath outer = capturing;
    if (outer == null) {
      capturing = getCurrentPath();
    }
    return outer;
  }

  /** Constructors that the compiler added have no text. */
  @Override
  public @Nullable Void visitMethod(MethodTree tree, Void nothing) {
    Element method = element();
    return method != null
            && context.elements().getOrigin(method) == Elements.Origin.EXPLICIT
            && !isOfAnonymous(method)
        ? super.visitMethod(tree, null)
        : null;
  }

  private static boolean isOfAnonymous(Element method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getSimpleName().length() == 0;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, Void nothing) {
    if (capturing != null) {
      return super.visitReturn(tree, null);
    }
    leaving.returned(tree);
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, Void nothing) {
    if (capturing == null) {
      leaving.broken(getCurrentPath());
    }
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, Void nothing) {
    if (capturing == null) {
      leaving.continued(getCurrentPath());
    }
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, Void nothing) {
    boolean leaves = capturing == null && leaving.yielded(tree, getCurrentPath());
    return leaves ? null : super.visitYield(tree, null);
  }
}
