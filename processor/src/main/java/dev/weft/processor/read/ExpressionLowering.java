package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Brings an expression with suspensions into order: what Java evaluates before the last of them is
 * kept in temporaries, the last one and what follows stay where they are.
 *
 * <pre>{@code
 * f(a(), Yield.yield("x"), b())
 *   =>
 * t1 = a();
 * pause "x";
 * f(t1, answer, b())
 * }</pre>
 */
final class ExpressionLowering {
  private final MethodContext context;
  private final Renderer renderer;
  private final Operands operands;
  private final Constants constants;
  private final Unboxing unboxing;
  private final Joining joining;
  private final Initialization initialization;
  private final SuspensionLowering suspensions;
  private final CompoundLowering compounds;
  private final Lowering lowering;

  /** The whole expression that is being brought into order. */
  private @Nullable Tree full;

  ExpressionLowering(Lowering lowering) {
    this.lowering = lowering;
    this.context = lowering.context;
    this.renderer = lowering.renderer;
    this.operands = new Operands(context.index);
    this.constants = new Constants(context.index);
    this.unboxing = new Unboxing(context);
    this.joining = new Joining(context);
    this.initialization = new Initialization(context.attributed.trees());
    this.suspensions = new SuspensionLowering(context, this);
    this.compounds = new CompoundLowering(context, this, unboxing, joining);
  }

  /** The code of an expression; what must run before it is added to the statements. */
  Code value(ExpressionTree expression, List<Stmt> out) {
    if (context.index.suspends(expression)) {
      order(expression, out);
    }
    return code(expression, out);
  }

  /**
   * The code of an expression in the head of a statement that is entered again at a suspension.
   * What a lambda in it captures is copied before, which is skipped then; so the value is kept.
   */
  Code header(ExpressionTree expression, List<Stmt> out) {
    if (context.index.suspends(expression)) {
      order(expression, out);
    }
    Renderer.Rendered rendered = renderer.render(expression);
    out.addAll(rendered.copies());
    if (rendered.copies().isEmpty()) {
      return PatternFence.around(context, expression, rendered.code());
    }
    Local kept = context.temporary(context.typeName(expression));
    out.add(new Stmt.Assign(kept, rendered.code()));
    return Code.read(kept);
  }

  /** Evaluates what an expression with suspensions needs evaluated before it. */
  void order(ExpressionTree expression, List<Stmt> out) {
    boolean isFull = full == null;
    if (isFull) {
      full = expression;
    }
    lower(expression, out);
    if (isFull) {
      full = null;
    }
  }

  /** The code of an expression that is in order already. */
  Code code(ExpressionTree expression, List<Stmt> out) {
    Renderer.Rendered rendered = renderer.render(expression);
    out.addAll(rendered.copies());
    return expression instanceof NewArrayTree array && array.getType() == null
        ? Code.join("new ", context.typeName(expression), " ", rendered.code())
        : rendered.code();
  }

  void lower(ExpressionTree tree, List<Stmt> out) {
    if (tree instanceof ParenthesizedTree parenthesized) {
      lower(parenthesized.getExpression(), out);
    } else if (tree instanceof BinaryTree binary && isLazy(binary)) {
      shortCircuit(binary, out);
    } else if (tree instanceof ConditionalExpressionTree conditional
        && (context.index.suspends(conditional.getTrueExpression())
            || context.index.suspends(conditional.getFalseExpression()))) {
      conditional(conditional, out);
    } else if (tree instanceof ConditionalExpressionTree conditional) {
      lower(conditional.getCondition(), out);
    } else if (tree instanceof SwitchExpressionTree choice) {
      switchExpression(choice, out);
    } else if (tree instanceof CompoundAssignmentTree compound
        && context.index.suspends(compound.getExpression())) {
      compounds.lower(compound, out);
    } else {
      if (tree instanceof NewClassTree made) {
        initialized(made, out);
      }
      inOrder(operands.of(tree), out);
      if (tree instanceof MethodInvocationTree call) {
        context.index.suspension(call).ifPresent(kind -> suspensions.lower(call, kind, out));
      }
    }
  }

  /** Java initialises the class of a new object before it evaluates the arguments. */
  private void initialized(NewClassTree tree, List<Stmt> out) {
    TypeMirror type = context.types().erasure(context.type(tree.getIdentifier()));
    if (type instanceof DeclaredType declared
        && !context.isSubtype(context.host.asType(), type)
        && initialization.isSeen((TypeElement) declared.asElement())) {
      context
          .typeNames
          .name(type)
          .ifPresent(name -> out.add(Stmt.Plain.line("initialize(", name, ".class);")));
    }
  }

  private boolean isLazy(BinaryTree tree) {
    return (tree.getKind() == Tree.Kind.CONDITIONAL_AND
            || tree.getKind() == Tree.Kind.CONDITIONAL_OR)
        && context.index.suspends(tree.getRightOperand());
  }

  /** Evaluates operands up to the last that suspends; those before it go to temporaries. */
  void inOrder(List<? extends ExpressionTree> list, List<Stmt> out) {
    int last = list.size() - 1;
    while (last >= 0 && !context.index.suspends(list.get(last))) {
      last--;
    }
    for (int i = 0; i < last; i++) {
      if (!isSteady(list.get(i))) {
        spill(list.get(i), out);
        seam(list.get(i + 1), out);
      }
    }
    if (last >= 0) {
      lower(list.get(last), out);
    }
  }

  /** Before an operand behind which there is a suspension, all variables in scope are hoisted. */
  private void seam(ExpressionTree next, List<Stmt> out) {
    out.add(new Stmt.Seam());
    out.add(new Stmt.Mark(context.source.line(next)));
  }

  /** Keeps the value of an expression in a temporary, which then stands for it. */
  void spill(ExpressionTree tree, List<Stmt> out) {
    Code value = value(tree, out);
    keep(tree, value, out);
  }

  /** Keeps a value in a temporary, which then stands for the expression. */
  void keep(ExpressionTree tree, Code code, List<Stmt> out) {
    if (joining.isJoined(tree)) {
      Local text = context.temporary(ClassName.get(String.class));
      out.add(new Stmt.Assign(text, Joining.text(code)));
      context.replacements.put(tree, Code.read(text));
      return;
    }
    TypeName type = unboxing.unboxed(tree).orElseGet(() -> context.typeName(tree));
    Code value = code;
    if (isOuterInstance(tree)) {
      value = context.nonNull(value, Optional.empty());
    }
    Local temporary = context.temporary(type);
    out.add(assignment(temporary, tree, value));
    if (unboxing.unboxed(tree).isPresent()) {
      context.replacements.put(tree, Code.read(temporary));
    } else {
      context.replace(tree, Code.read(temporary));
    }
  }

  /** Java looks at the outer instance of a new object before it evaluates the arguments. */
  private boolean isOuterInstance(ExpressionTree tree) {
    return context.index.parent(tree).filter(p -> Creation.isOuter(tree, p)).isPresent();
  }

  /** Whether an expression has no effect and the same value before and after a suspension. */
  boolean isSteady(ExpressionTree tree) {
    Tree bare = TreeShapes.bare(tree);
    if (unboxing.unboxed(tree).isPresent()
        || isOuterInstance(tree) && !Creation.isNeverNull(tree)
        || joining.isJoined(tree) && !context.replacements.containsKey(bare)) {
      return false;
    }
    if (constants.isConstant(bare)
        || bare instanceof LambdaExpressionTree
        || TreeShapes.isThis(bare)
        || context.replacements.containsKey(bare)) {
      return true;
    }
    if (bare instanceof MemberReferenceTree reference) {
      List<ExpressionTree> receiver = operands.of(reference);
      return receiver.isEmpty() || TreeShapes.isThis(receiver.get(0));
    }
    return bare instanceof IdentifierTree && isUnassigned(context.index.element(bare));
  }

  private boolean isUnassigned(@Nullable Element variable) {
    if (variable == null || variable instanceof TypeElement || !isLocal(variable)) {
      return variable instanceof TypeElement;
    }
    Tree whole = Objects.requireNonNull(full);
    return context.index.assignments(variable).stream()
        .noneMatch(
            a ->
                context.source.start(a) >= context.source.start(whole)
                    && context.source.end(a) <= context.source.end(whole));
  }

  static boolean isLocal(Element element) {
    ElementKind kind = element.getKind();
    return !kind.isField() && kind != ElementKind.METHOD;
  }

  private void shortCircuit(BinaryTree tree, List<Stmt> out) {
    Local result = context.temporary(TypeName.BOOLEAN);
    Code first = value(tree.getLeftOperand(), out);
    out.add(assignment(result, tree.getLeftOperand(), first));
    seam(tree.getRightOperand(), out);
    List<Stmt> right = new ArrayList<>();
    Code second = value(tree.getRightOperand(), right);
    right.add(assignment(result, tree.getRightOperand(), second));
    Code test =
        tree.getKind() == Tree.Kind.CONDITIONAL_AND ? Code.read(result) : Code.join("!", result);
    out.add(new Stmt.If(test, new Stmt.Block(right), Optional.empty()));
    context.replacements.put(tree, Code.read(result));
  }

  private void conditional(ConditionalExpressionTree tree, List<Stmt> out) {
    Local result = context.temporary(context.typeName(tree));
    Code condition = header(tree.getCondition(), out);
    Stmt yes = assigned(result, tree.getTrueExpression());
    Stmt no = assigned(result, tree.getFalseExpression());
    out.add(new Stmt.If(condition, yes, Optional.of(no)));
    context.replace(tree, Code.read(result));
  }

  private Stmt assigned(Local result, ExpressionTree tree) {
    List<Stmt> branch = new ArrayList<>();
    Code value = value(tree, branch);
    branch.add(assignment(result, tree, value));
    return new Stmt.Block(branch);
  }

  /** Assigns the value of an expression. */
  Stmt assignment(Local variable, ExpressionTree tree, Code value) {
    return new Stmt.Assign(variable, SwitchValues.assigned(context, tree, value, variable));
  }

  private void switchExpression(SwitchExpressionTree tree, List<Stmt> out) {
    if (context.index.anySuspends(tree.getCases())) {
      Local result = context.temporary(context.typeName(tree));
      lowering.switches.expression(tree, result, out);
      if (PlaceTypes.isWildcard(context, tree)) {
        context.replace(tree, Code.read(result));
      } else {
        context.replacements.put(tree, Code.read(result));
      }
    } else {
      lower(tree.getExpression(), out);
    }
  }

  /** Whether the value of an expression is thrown away. */
  boolean isStatement(ExpressionTree tree) {
    return context.index.parent(tree).orElse(null) instanceof ExpressionStatementTree;
  }

  boolean isConstantTrue(@Nullable ExpressionTree condition) {
    return constants.isTrue(condition);
  }
}
