package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.weft.processor.Problem;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements, one by one: those without a suspension as they are, the others taken apart. */
final class StatementLowering {
  private final Lowering lowering;
  private final MethodContext context;

  StatementLowering(Lowering lowering) {
    this.lowering = lowering;
    this.context = lowering.context;
  }

  /** The statements of a block, with the comments between them. */
  List<Stmt> block(BlockTree tree) {
    List<Stmt> out = new ArrayList<>();
    int from = context.source.start(tree) + 1;
    int end = list(tree.getStatements(), from, out);
    comments(end, context.source.end(tree) - 1, out);
    return out;
  }

  /** A statement that stands alone, as the branch of an if or the body of a loop. */
  List<Stmt> body(StatementTree tree) {
    if (tree instanceof BlockTree block) {
      return block(block);
    }
    List<Stmt> out = new ArrayList<>();
    statement(tree, out);
    return out;
  }

  /** Statements in sequence; returns where the text of the last one ends. */
  int list(List<? extends StatementTree> statements, int from, List<Stmt> out) {
    int position = from;
    for (int i = 0; i < statements.size(); i++) {
      StatementTree each = statements.get(i);
      int start = context.source.start(each);
      int end = context.source.end(each);
      if (i > 0 && mayPart(statements, i)) {
        out.add(new Stmt.Seam());
      }
      comments(position, Math.max(position, start), out);
      int trailing = context.source.trailingComment(end);
      if (trailing > end) {
        comments(end, trailing, out);
      }
      statement(each, out);
      position = Math.max(trailing, position);
    }
    return position;
  }

  /**
   * Whether nothing that stays declared in the text is in scope at a statement: variables before a
   * suspension do not, since they are declared at the top.
   */
  private boolean mayPart(List<? extends StatementTree> statements, int at) {
    if (context.index.anySuspends(statements.subList(at, statements.size()))) {
      return true;
    }
    for (int i = at - 1; i >= 0; i--) {
      if (!isHoisted(statements.get(i)) && TreeShapes.declares(statements.get(i))) {
        return false;
      }
      if (context.index.suspends(statements.get(i))) {
        return true;
      }
    }
    return true;
  }

  private boolean isHoisted(StatementTree tree) {
    return tree instanceof VariableTree
        && (context.local(context.index.element(tree)).isPresent()
            || context.constantName(context.index.element(tree)).isPresent());
  }

  private void comments(int from, int to, List<Stmt> out) {
    List<String> lines = context.source.comments(from, to);
    if (!lines.isEmpty()) {
      out.add(new Stmt.Comment(lines));
    }
  }

  /** One statement. */
  void statement(StatementTree tree, List<Stmt> out) {
    int temporaries = context.temporaries();
    out.add(new Stmt.Mark(context.source.line(tree)));
    if (context.index.suspends(tree)) {
      suspending(tree, out);
    } else {
      plain(tree, out);
    }
    context.release(temporaries);
  }

  private void plain(StatementTree tree, List<Stmt> out) {
    if (tree instanceof VariableTree variable) {
      declaration(variable, out);
    } else if (tree instanceof ExpressionStatementTree statement
        && assignedLocal(statement.getExpression()).isPresent()) {
      assignment((AssignmentTree) statement.getExpression(), out);
    } else if (context.classes.declared(tree).isPresent()) {
      context.classes.declared(tree).flatMap(context.classes::declaration).ifPresent(out::add);
    } else if (tree instanceof YieldTree given) {
      lowering.switches.given(given, out);
    } else if (!(tree instanceof EmptyStatementTree)) {
      verbatim(tree, out);
    }
  }

  /** A statement as it is, with the labels that it bears. */
  void verbatim(StatementTree tree, List<Stmt> out) {
    StatementTree whole = tree;
    while (context.index.parent(whole).orElseThrow() instanceof LabeledStatementTree labeled) {
      whole = labeled;
    }
    Renderer.Rendered rendered = lowering.renderer.render(whole);
    out.addAll(rendered.copies());
    out.add(
        new Stmt.Plain(rendered.code(), rendered.exits(), lowering.completion.completes(whole)));
  }

  private void suspending(StatementTree tree, List<Stmt> out) {
    if (tree instanceof BlockTree block) {
      out.add(new Stmt.Block(block(block)));
    } else if (tree instanceof VariableTree variable) {
      declaration(variable, out);
    } else if (tree instanceof ExpressionStatementTree statement) {
      expression(statement.getExpression(), out);
    } else if (tree instanceof IfTree choice) {
      choice(choice, out);
    } else if (tree instanceof LabeledStatementTree labeled) {
      labeled(labeled, out);
    } else if (tree instanceof SwitchTree choice) {
      lowering.switches.statement(choice, Optional.empty(), out);
    } else if (tree instanceof TryTree attempt) {
      lowering.tries.lower(attempt, out);
    } else if (TreeShapes.isLoop(tree)) {
      loop(tree, Optional.empty(), out);
    } else {
      leaving(tree, out);
    }
  }

  private void loop(StatementTree tree, Optional<String> label, List<Stmt> out) {
    if (tree instanceof WhileLoopTree loop) {
      lowering.loops.whileLoop(loop, label, out);
    } else if (tree instanceof DoWhileLoopTree loop) {
      lowering.loops.doWhile(loop, label, out);
    } else if (tree instanceof ForLoopTree loop) {
      lowering.loops.forLoop(loop, label, out);
    } else {
      lowering.loops.forEach((EnhancedForLoopTree) tree, label, out);
    }
  }

  private void leaving(StatementTree tree, List<Stmt> out) {
    if (tree instanceof ReturnTree result) {
      returned(result, out);
    } else if (tree instanceof ThrowTree thrown) {
      Code error = lowering.expressions.value(thrown.getExpression(), out);
      out.add(Stmt.Plain.thrown(error));
    } else if (tree instanceof YieldTree given) {
      lowering.switches.given(given, out);
    } else if (tree instanceof AssertTree claim) {
      assertion(claim, out);
    } else if (tree instanceof SynchronizedTree guarded
        && !context.index.suspends(guarded.getBlock())) {
      ExpressionTree lock = (ExpressionTree) TreeShapes.bare(guarded.getExpression());
      lowering.expressions.spill(lock, out);
      verbatim(tree, out);
    } else {
      throw new Refusal(Problem.UNSUPPORTED, tree, tree.getKind().name().toLowerCase(Locale.ROOT));
    }
  }

  /** A jump in place of one of the user's. */
  void jump(Tree tree, Jump jump, List<Stmt> out) {
    Code code = jump.code(0, context.index.parent(tree).orElseThrow());
    out.add(new Stmt.Plain(code, List.of(jump.exit()), false));
  }

  private void returned(ReturnTree tree, List<Stmt> out) {
    ExpressionTree expression = tree.getExpression();
    Code value = lowering.expressions.value(expression, out);
    ReturnValues.Value returned = lowering.returns.value(expression, value);
    jump(tree, lowering.jumps.returnWith(Optional.of(returned)), out);
  }

  private void declaration(VariableTree tree, List<Stmt> out) {
    if (context.constantName(context.index.element(tree)).isPresent()) {
      return;
    }
    Optional<Local> local = context.local(context.index.element(tree));
    ExpressionTree initializer = tree.getInitializer();
    if (local.isEmpty()) {
      unhoisted(tree, initializer, out);
    } else if (initializer != null) {
      Code value = lowering.expressions.value(initializer, out);
      out.add(new Stmt.Assign(local.get(), value));
    }
  }

  /** A declaration that stays where it is; one of several of a statement gets its own. */
  private void unhoisted(VariableTree tree, @Nullable ExpressionTree initializer, List<Stmt> out) {
    if (initializer != null && context.index.suspends(initializer)) {
      lowering.expressions.order(initializer, out);
    }
    if (context.source.isWholeDeclaration(tree)) {
      verbatim(tree, out);
      return;
    }
    TypeName type =
        context
            .typeNames
            .name(context.type(tree))
            .orElseThrow(
                () ->
                    new Refusal(
                        Problem.UNNAMEABLE_LOCAL, tree, tree.getName(), context.type(tree)));
    String name = TreeShapes.isUnnamed(tree) ? "_" : tree.getName().toString();
    Code declared = Code.join(type, " " + name);
    Code value =
        initializer == null
            ? Code.EMPTY
            : Code.join(" = ", lowering.expressions.code(initializer, out));
    out.add(Stmt.Plain.line(declared, value, ";"));
  }

  /** An expression that is evaluated for its effect. */
  void expression(ExpressionTree tree, List<Stmt> out) {
    if (assignedLocal(tree).isPresent()) {
      assignment((AssignmentTree) tree, out);
    } else {
      Code code = lowering.expressions.value(tree, out);
      out.add(Stmt.Plain.line(code, ";"));
    }
  }

  private Optional<Local> assignedLocal(ExpressionTree tree) {
    return tree instanceof AssignmentTree assignment
            && assignment.getVariable() instanceof IdentifierTree variable
        ? context.local(context.index.element(variable))
        : Optional.empty();
  }

  private void assignment(AssignmentTree tree, List<Stmt> out) {
    Local local = assignedLocal(tree).orElseThrow();
    Code value = lowering.expressions.value(tree.getExpression(), out);
    out.add(new Stmt.Assign(local, value));
  }

  private void choice(IfTree tree, List<Stmt> out) {
    ExpressionTree bare = (ExpressionTree) TreeShapes.bare(tree.getCondition());
    Code condition = lowering.expressions.header(bare, out);
    Stmt then = new Stmt.Block(body(tree.getThenStatement()));
    Optional<Stmt> otherwise =
        Optional.ofNullable(tree.getElseStatement()).map(e -> new Stmt.Block(body(e)));
    out.add(new Stmt.If(condition, then, otherwise));
  }

  private void labeled(LabeledStatementTree tree, List<Stmt> out) {
    Optional<String> label = Optional.of(tree.getLabel().toString());
    StatementTree inner = tree.getStatement();
    if (TreeShapes.isLoop(inner)) {
      loop(inner, label, out);
    } else if (inner instanceof SwitchTree choice) {
      lowering.switches.statement(choice, label, out);
    } else if (inner instanceof LabeledStatementTree again) {
      labeled(again, out);
    } else {
      Jumps.Target target = lowering.jumps.open(inner, label, "block", Optional.empty());
      Stmt.Block body = new Stmt.Block(body(inner));
      lowering.jumps.close();
      out.add(target.usedLabel().<Stmt>map(l -> new Stmt.Labeled(l, body)).orElse(body));
    }
  }

  /** The detail has a type of its own, which does not depend on the constructors of the error. */
  private Code detail(ExpressionTree tree, List<Stmt> out) {
    Code value = lowering.expressions.value(tree, out);
    Tree bare = TreeShapes.bare(tree);
    boolean isPoly =
        bare instanceof SwitchExpressionTree || bare instanceof ConditionalExpressionTree;
    return isPoly ? Code.join("(", context.typeName(tree), ") (", value, ")") : value;
  }

  /** Assertions of a stepper are those of the host: both or none are on. */
  private void assertion(AssertTree tree, List<Stmt> out) {
    List<Stmt> checked = new ArrayList<>();
    ExpressionTree bare = (ExpressionTree) TreeShapes.bare(tree.getCondition());
    Code condition = lowering.expressions.header(bare, checked);
    List<Stmt> failed = new ArrayList<>();
    Code detail = tree.getDetail() == null ? Code.EMPTY : detail(tree.getDetail(), failed);
    ClassName error = ClassName.get(AssertionError.class);
    failed.add(Stmt.Plain.thrown("new ", error, "(", detail, ")"));
    checked.add(
        new Stmt.If(Code.join("!(", condition, ")"), new Stmt.Block(failed), Optional.empty()));
    Code isOn =
        Code.join(
            ClassName.get(StepperNames.topLevel(context.host)), ".class.desiredAssertionStatus()");
    out.add(new Stmt.If(isOn, new Stmt.Block(checked), Optional.empty()));
  }
}
