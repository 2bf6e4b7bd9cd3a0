package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Label;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/**
 * Exception handling. A {@code try} stays one where only its body suspends; handlers that suspend
 * run behind it.
 *
 * <pre>{@code
 * try { body } catch (E e) { pause } finally { pause }
 *   =>
 * exit = 0; failure = null;
 * body: {
 *   try {
 *     caught = 0;
 *     try { body } catch (E e_) { e = e_; caught = 1; }
 *     if (caught == 1) { pause }
 *   } catch (Throwable thrown) { failure = thrown; }
 * }
 * pause
 * if (failure != null) throw failure;
 * if (exit == 1) return ...;
 * }</pre>
 */
final class TryLowering {
  private static final ClassName THROWABLE = ClassName.get(Throwable.class);

  private final Lowering lowering;
  private final MethodContext context;

  TryLowering(Lowering lowering) {
    this.lowering = lowering;
    this.context = lowering.context;
  }

  void lower(TryTree tree, List<Stmt> out) {
    if (context.index.suspends(tree.getFinallyBlock())) {
      suspendingFinally(tree, out);
    } else if (tree.getFinallyBlock() == null) {
      handlers(tree, Optional.empty(), out);
    } else {
      List<Stmt> body = new ArrayList<>();
      boolean isSimple = !context.index.anySuspends(tree.getCatches());
      if (isSimple && !isDesugared(tree)) {
        handlers(tree, Optional.of(tree), out);
        return;
      }
      handlers(tree, Optional.empty(), body);
      out.add(new Stmt.Try(new Stmt.Block(body), List.of(), Optional.of(finallyBlock(tree))));
    }
  }

  private Stmt finallyBlock(TryTree tree) {
    return new Stmt.Block(lowering.statements.block(tree.getFinallyBlock()));
  }

  private boolean isDesugared(TryTree tree) {
    return !tree.getResources().isEmpty()
        && (context.index.anySuspends(tree.getResources())
            || context.index.suspends(tree.getBlock()));
  }

  private void suspendingFinally(TryTree tree, List<Stmt> out) {
    Label body = new Label(context.names.fresh("body"));
    Local exit = newLocal("exit", TypeName.INT);
    Local failure = newLocal("failure", THROWABLE);
    Optional<Local> result =
        hasReturn(tree) && lowering.returns.type().getKind() != TypeKind.VOID
            ? Optional.of(newLocal("result", returnType()))
            : Optional.empty();
    Jumps.Region region = lowering.jumps.openRegion(body, exit, result);
    List<Stmt> inner = new ArrayList<>();
    handlers(tree, Optional.empty(), inner);
    lowering.jumps.close();
    if (region.isUsed() && lowering.completion.completesBeforeFinally(tree)) {
      // A jump may have been on its way out, and a catch or a finally inside put an end to it.
      inner.add(new Stmt.Assign(exit, Code.of("0")));
    }
    out.add(new Stmt.Assign(failure, Code.of("null")));
    Stmt guarded = new Stmt.Try(new Stmt.Block(inner), List.of(keep(failure)), Optional.empty());
    out.add(region.isUsed() ? new Stmt.Labeled(body, guarded) : guarded);
    out.add(finallyBlock(tree));
    if (lowering.completion.completes(tree.getFinallyBlock())) {
      Code failed = Code.join(failure, " != null");
      out.add(new Stmt.If(failed, Stmt.Plain.thrown(failure), Optional.empty()));
      out.addAll(lowering.jumps.replay(region));
    }
  }

  private Local newLocal(String name, TypeName type) {
    return context.newLocal(context.names.fresh(name), type, Local.Role.TEMPORARY);
  }

  private TypeName returnType() {
    return context.typeNames.name(lowering.returns.type()).orElseThrow();
  }

  private static boolean hasReturn(Tree tree) {
    return TreeShapes.holds(tree, ReturnTree.class::isInstance);
  }

  /** Catches everything, a cancellation too, so that what follows can run before it goes on. */
  private Stmt.Catch keep(Local failure) {
    String thrown = context.names.fresh("thrown");
    Stmt kept = new Stmt.Assign(failure, Code.of(thrown));
    return new Stmt.Catch(List.of(THROWABLE), thrown, new Stmt.Block(List.of(kept)), true);
  }

  /** The try without its finally, except for one that stays in its place. */
  private void handlers(TryTree tree, Optional<TryTree> withFinally, List<Stmt> out) {
    if (tree.getCatches().isEmpty() && withFinally.isEmpty()) {
      if (isDesugared(tree)) {
        resources(tree, 0, out);
      } else {
        out.add(new Stmt.Block(plainBody(tree)));
      }
      return;
    }
    boolean movesCatches = context.index.anySuspends(tree.getCatches());
    Optional<Local> caught =
        movesCatches ? Optional.of(newLocal("caught", TypeName.INT)) : Optional.empty();
    caught.ifPresent(c -> out.add(new Stmt.Assign(c, Code.of("0"))));
    List<Stmt> body = new ArrayList<>();
    if (isDesugared(tree)) {
      resources(tree, 0, body);
    } else {
      body.addAll(plainBody(tree));
    }
    List<Stmt.Catch> catches = new ArrayList<>();
    List<Stmt> moved = new ArrayList<>();
    for (CatchTree each : tree.getCatches()) {
      catches.add(handler(each, caught, moved));
    }
    Optional<Stmt> last = withFinally.map(this::finallyBlock);
    out.add(new Stmt.Try(new Stmt.Block(body), catches, last));
    out.addAll(moved);
  }

  /** The body of a try whose resources, if it has any, do not concern the stepper. */
  private List<Stmt> plainBody(TryTree tree) {
    if (tree.getResources().isEmpty()) {
      return lowering.statements.block(tree.getBlock());
    }
    List<Stmt> body = new ArrayList<>();
    List<Exit> exits = new ArrayList<>();
    Code.Builder text = new Code.Builder().add("try (");
    String separator = "";
    for (Tree resource : tree.getResources()) {
      int end = context.source.resourceEnd(resource);
      text.add(separator).add(rendered(resource, end, body, exits));
      separator = "; ";
    }
    int end = context.source.end(tree.getBlock());
    text.add(") ").add(rendered(tree.getBlock(), end, body, exits));
    boolean completes = lowering.completion.completes(tree.getBlock());
    body.add(new Stmt.Plain(text.build(), exits, completes));
    return body;
  }

  private Code rendered(Tree tree, int end, List<Stmt> before, List<Exit> exits) {
    Renderer.Rendered rendered = lowering.renderer.render(tree, context.source.start(tree), end);
    before.addAll(rendered.copies());
    exits.addAll(rendered.exits());
    return rendered.code();
  }

  private Stmt.Catch handler(CatchTree tree, Optional<Local> caught, List<Stmt> moved) {
    VariableTree parameter = tree.getParameter();
    List<TypeName> types = caughtTypes(parameter);
    Optional<Local> local = context.local(context.index.element(parameter));
    if (local.isEmpty() || caught.isEmpty()) {
      Stmt body = new Stmt.Block(lowering.statements.block(tree.getBlock()));
      String name = TreeShapes.isUnnamed(parameter) ? "_" : parameter.getName().toString();
      return new Stmt.Catch(types, name, body, false);
    }
    int number = moved.size() + 1;
    String thrown = context.names.fresh(local.get().name() + "_");
    Code kept = Code.of(thrown);
    List<Stmt> noted =
        List.of(
            new Stmt.Assign(local.get(), kept),
            new Stmt.Assign(caught.get(), Code.of(Integer.toString(number))));
    moved.add(
        new Stmt.If(
            Code.join(caught.get(), " == " + number),
            new Stmt.Block(lowering.statements.block(tree.getBlock())),
            Optional.empty()));
    return new Stmt.Catch(types, thrown, new Stmt.Block(noted), false);
  }

  private List<TypeName> caughtTypes(VariableTree parameter) {
    List<TypeName> types = new ArrayList<>();
    if (parameter.getType() instanceof UnionTypeTree union) {
      union.getTypeAlternatives().forEach(t -> types.add(context.typeName(t)));
    } else {
      types.add(context.typeName(parameter.getType()));
    }
    return types;
  }

  /** The resources from one on, and the body inside them. */
  private void resources(TryTree tree, int index, List<Stmt> out) {
    if (index == tree.getResources().size()) {
      out.add(new Stmt.Block(lowering.statements.block(tree.getBlock())));
      return;
    }
    Local resource = resource(tree.getResources().get(index), out);
    Local pending =
        context.newLocal(context.names.fresh("pending"), THROWABLE, Local.Role.TRANSIENT);
    out.add(new Stmt.Assign(pending, Code.of("null")));
    List<Stmt> inner = new ArrayList<>();
    resources(tree, index + 1, inner);
    String thrown = context.names.fresh("thrown");
    Stmt noted =
        new Stmt.Block(
            List.of(new Stmt.Assign(pending, Code.of(thrown)), Stmt.Plain.thrown(thrown)));
    Stmt close = Stmt.Plain.line("close(", resource, ", ", pending, ");");
    out.add(
        new Stmt.Try(
            new Stmt.Block(inner),
            List.of(new Stmt.Catch(List.of(THROWABLE), thrown, noted, true)),
            Optional.of(new Stmt.Block(List.of(close)))));
  }

  private Local resource(Tree tree, List<Stmt> out) {
    if (tree instanceof VariableTree variable) {
      Local local = context.local(context.index.element(tree)).orElseThrow();
      ExpressionTree initializer = Objects.requireNonNull(variable.getInitializer());
      out.add(new Stmt.Assign(local, lowering.expressions.value(initializer, out)));
      return local;
    }
    Local local = newLocal("resource", context.typeName(tree));
    out.add(new Stmt.Assign(local, lowering.expressions.value((ExpressionTree) tree, out)));
    return local;
  }
}
