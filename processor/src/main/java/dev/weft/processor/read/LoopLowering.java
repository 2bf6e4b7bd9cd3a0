package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Label;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import dev.weft.processor.model.Stmt.Loop.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Loops keep their form where only the body suspends. A condition or update that needs statements
 * of its own moves into the body.
 *
 * <pre>{@code
 * for (; cond; update) body
 *   =>
 * while (true) {
 *   before cond; if (!(cond)) break;
 *   body: { body }
 *   before update; update;
 * }
 * }</pre>
 */
final class LoopLowering {
  private final Lowering lowering;
  private final MethodContext context;

  LoopLowering(Lowering lowering) {
    this.lowering = lowering;
    this.context = lowering.context;
  }

  void whileLoop(WhileLoopTree tree, Optional<String> label, List<Stmt> out) {
    Jumps.Target target = lowering.jumps.open(tree, label, "loop", Optional.empty());
    ExpressionTree condition = bare(tree.getCondition());
    List<Stmt> body = new ArrayList<>();
    Optional<Code> test = condition(condition, target, body);
    body.addAll(lowering.statements.body(tree.getStatement()));
    lowering.jumps.close();
    out.add(loop(target, Form.WHILE, test, List.of(), body));
  }

  private static ExpressionTree bare(ExpressionTree tree) {
    return (ExpressionTree) TreeShapes.bare(tree);
  }

  private static Stmt loop(
      Jumps.Target target, Form form, Optional<Code> test, List<Code> updates, List<Stmt> body) {
    return new Stmt.Loop(target.usedLabel(), form, test, updates, new Stmt.Block(body));
  }

  /** The condition for the loop's head, or its check at the start of the body. */
  private Optional<Code> condition(
      @Nullable ExpressionTree condition, Jumps.Target target, List<Stmt> body) {
    if (condition == null || lowering.expressions.isConstantTrue(condition)) {
      return Optional.empty();
    }
    if (isSimple(condition)) {
      return Optional.of(lowering.expressions.value(condition, body));
    }
    check(condition, target, body);
    return Optional.empty();
  }

  private void check(ExpressionTree condition, Jumps.Target target, List<Stmt> body) {
    boolean isNegated = condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
    Code test =
        isNegated
            ? lowering.expressions.value(bare(((UnaryTree) condition).getExpression()), body)
            : Code.join("!(", lowering.expressions.value(condition, body), ")");
    Stmt leave = Stmt.Plain.jump(new Exit.Break(target.use()), "break " + target.label() + ";");
    body.add(new Stmt.If(test, new Stmt.Block(List.of(leave)), Optional.empty()));
  }

  /** Whether an expression can be evaluated anew each time without statements before it. */
  private boolean isSimple(Tree tree) {
    if (context.index.suspends(tree)) {
      return false;
    }
    CaptureScan scan = new CaptureScan();
    scan.scan(tree, null);
    return !scan.captures;
  }

  /** Looks for what may need copies of locals made before it. */
  private static final class CaptureScan extends TreeScanner<Void, Void> {
    private boolean captures;

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
      captures = true;
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Void nothing) {
      captures = true;
      return null;
    }

    @Override
    public @Nullable Void visitCase(CaseTree branch, Void nothing) {
      captures |= CaseParts.of(branch).guard().isPresent();
      return super.visitCase(branch, null);
    }
  }

  void doWhile(DoWhileLoopTree tree, Optional<String> label, List<Stmt> out) {
    ExpressionTree condition = bare(tree.getCondition());
    boolean isSimple = isSimple(condition);
    Optional<Label> bodyLabel = bodyLabel(isSimple);
    Jumps.Target target = lowering.jumps.open(tree, label, "loop", bodyLabel);
    List<Stmt> body = lowering.statements.body(tree.getStatement());
    if (isSimple) {
      Code test = lowering.expressions.value(condition, body);
      lowering.jumps.close();
      out.add(loop(target, Form.DO, Optional.of(test), List.of(), body));
      return;
    }
    List<Stmt> whole = new ArrayList<>();
    whole.add(labeledBody(target, bodyLabel, body));
    if (completes(tree, tree.getStatement())) {
      check(condition, target, whole);
    }
    lowering.jumps.close();
    out.add(loop(target, Form.WHILE, Optional.empty(), List.of(), whole));
  }

  private Optional<Label> bodyLabel(boolean isSimple) {
    return isSimple ? Optional.empty() : Optional.of(new Label(context.names.fresh("body")));
  }

  private static Stmt labeledBody(
      Jumps.Target target, Optional<Label> label, List<Stmt> statements) {
    Stmt body = new Stmt.Block(statements);
    return label.isPresent() && target.isContinued() ? new Stmt.Labeled(label.get(), body) : body;
  }

  /** Whether anything behind the body can run. */
  private boolean completes(StatementTree loop, StatementTree body) {
    return lowering.completion.completes(body) || lowering.completion.isContinued(loop, body);
  }

  void forLoop(ForLoopTree tree, Optional<String> label, List<Stmt> out) {
    tree.getInitializer().forEach(i -> initializer(i, out));
    boolean isSimple = tree.getUpdate().stream().allMatch(this::isSimple);
    Optional<Label> bodyLabel = bodyLabel(isSimple);
    Jumps.Target target = lowering.jumps.open(tree, label, "loop", bodyLabel);
    List<Stmt> body = new ArrayList<>();
    Optional<Code> test = condition(tree.getCondition(), target, body);
    List<Stmt> statements = lowering.statements.body(tree.getStatement());
    if (isSimple) {
      body.addAll(statements);
      List<Code> updates =
          tree.getUpdate().stream()
              .map(u -> lowering.expressions.value(u.getExpression(), body))
              .toList();
      lowering.jumps.close();
      out.add(loop(target, Form.FOR, test, updates, body));
      return;
    }
    body.add(labeledBody(target, bodyLabel, statements));
    if (completes(tree, tree.getStatement())) {
      for (ExpressionStatementTree update : tree.getUpdate()) {
        lowering.statements.expression(update.getExpression(), body);
      }
    }
    lowering.jumps.close();
    out.add(loop(target, Form.WHILE, test, List.of(), body));
  }

  private void initializer(StatementTree tree, List<Stmt> out) {
    if (tree instanceof ExpressionStatementTree statement) {
      lowering.statements.expression(statement.getExpression(), out);
    } else {
      lowering.statements.statement(tree, out);
    }
  }

  void forEach(EnhancedForLoopTree tree, Optional<String> label, List<Stmt> out) {
    ExpressionTree elements = bare(tree.getExpression());
    if (!context.index.suspends(tree.getStatement())) {
      lowering.expressions.order(elements, out);
      lowering.statements.verbatim(tree, out);
    } else if (context.type(elements) instanceof ArrayType) {
      overArray(tree, elements, label, out);
    } else {
      overIterable(tree, elements, label, out);
    }
  }

  private Local variable(EnhancedForLoopTree tree) {
    return context.local(context.index.element(tree.getVariable())).orElseThrow();
  }

  private void overArray(
      EnhancedForLoopTree tree, ExpressionTree elements, Optional<String> label, List<Stmt> out) {
    Local array = context.temporary(context.typeName(elements));
    Local position = context.temporary(TypeName.INT);
    out.add(new Stmt.Assign(array, lowering.expressions.value(elements, out)));
    out.add(new Stmt.Assign(position, Code.of("0")));
    Jumps.Target target = lowering.jumps.open(tree, label, "loop", Optional.empty());
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Assign(variable(tree), Code.join(array, "[", position, "]")));
    body.addAll(lowering.statements.body(tree.getStatement()));
    lowering.jumps.close();
    Code next = new Code.Builder().add(position).add("++").write(position).build();
    Code test = Code.join(position, " < ", array, ".length");
    out.add(loop(target, Form.FOR, Optional.of(test), List.of(next), body));
  }

  private void overIterable(
      EnhancedForLoopTree tree, ExpressionTree elements, Optional<String> label, List<Stmt> out) {
    Local iterator = context.temporary(iteratorType(elements));
    Code iterable = lowering.expressions.value(elements, out);
    boolean isName = elements instanceof IdentifierTree;
    Code receiver = isName ? iterable : Code.join("(", iterable, ")");
    Code made = Code.join(receiver, ".iterator()");
    boolean isReordered = context.index.suspends(elements);
    out.add(
        new Stmt.Assign(
            iterator, isReordered ? Code.join("(", iterator.type(), ") ", made) : made));
    Jumps.Target target = lowering.jumps.open(tree, label, "loop", Optional.empty());
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Assign(variable(tree), Code.join(iterator, ".next()")));
    body.addAll(lowering.statements.body(tree.getStatement()));
    lowering.jumps.close();
    Code test = Code.join(iterator, ".hasNext()");
    out.add(loop(target, Form.WHILE, Optional.of(test), List.of(), body));
  }

  private TypeName iteratorType(ExpressionTree elements) {
    Element iterable = context.elements().getTypeElement("java.lang.Iterable");
    DeclaredType asIterable = iterable(context.type(elements), iterable);
    ClassName iterator = ClassName.get(java.util.Iterator.class);
    if (asIterable == null || asIterable.getTypeArguments().isEmpty()) {
      return iterator;
    }
    DeclaredType type =
        context
            .types()
            .getDeclaredType(
                context.elements().getTypeElement("java.util.Iterator"),
                asIterable.getTypeArguments().get(0));
    return context.typeName(type, elements);
  }

  private @Nullable DeclaredType iterable(TypeMirror type, Element iterable) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(iterable)) {
      return declared;
    }
    if (type.getKind() == TypeKind.NONE || type.getKind().isPrimitive()) {
      return null;
    }
    for (TypeMirror above : context.types().directSupertypes(type)) {
      DeclaredType found = iterable(above, iterable);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
