package dev.weft.processor.flow;

import dev.weft.processor.model.BackwardWalk;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Label;
import dev.weft.processor.model.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All ways through a method body. It is built from the end to the start: each statement is given
 * what follows it and answers where it begins. Ways that no run takes may be in it, ways that a run
 * takes are never left out.
 */
final class FlowGraph extends BackwardWalk<FlowNode> {
  private final List<FlowNode> nodes = new ArrayList<>();
  private final List<LoopNodes> loops = new ArrayList<>();

  /** What jumps out of the current place may cross, innermost first. */
  private final Deque<Scope> scopes = new ArrayDeque<>();

  private Optional<FlowNode> handler = Optional.empty();
  private Optional<Stmt.Part> part = Optional.empty();
  private final FlowNode end = node();
  private final FlowNode start;

  /** Something that a jump runs through when it leaves it. */
  private sealed interface Scope {
    /** Labels whose statements lie around it. */
    Set<Label> outside();
  }

  /**
   * A finally block that stays in its place.
   *
   * @param entry where it begins
   * @param exit behind which jumps that crossed it go on
   */
  private record Cleanup(FlowNode entry, FlowNode exit, Set<Label> outside) implements Scope {}

  /** A part, which jumps leave with the locals in their fields. */
  private record Parted(Stmt.Part part, Set<Label> outside) implements Scope {}

  /**
   * The nodes of a loop.
   *
   * @param head runs once, before the loop
   * @param inside all others
   */
  record LoopNodes(Stmt.Loop loop, FlowNode head, List<FlowNode> inside) {}

  FlowGraph(List<Stmt> body) {
    this.start = sequence(body, end);
  }

  List<FlowNode> nodes() {
    return nodes;
  }

  FlowNode start() {
    return start;
  }

  List<LoopNodes> loops() {
    return loops;
  }

  private FlowNode node() {
    FlowNode node = new FlowNode();
    node.handler = handler;
    node.part = part;
    nodes.add(node);
    return node;
  }

  @Override
  protected FlowNode assign(Stmt.Assign assign, FlowNode after) {
    FlowNode node = code(assign.value()).assign(assign.target());
    node.next.add(after);
    return node;
  }

  @Override
  protected FlowNode pick(Stmt.Pick pick, FlowNode after) {
    FlowNode node = code(pick.code());
    pick.assigned().forEach(node::assign);
    node.next.add(after);
    return node;
  }

  @Override
  protected FlowNode forget(Stmt.Forget forgotten, FlowNode after) {
    FlowNode node = node().forget(forgotten.locals());
    node.next.add(after);
    return node;
  }

  @Override
  protected FlowNode pause(Stmt.Pause pause, FlowNode after) {
    FlowNode node = code(pause.suspension().operand());
    node.suspension = Optional.of(pause.suspension());
    node.next.add(after);
    return node;
  }

  @Override
  protected FlowNode branch(Stmt.If choice, FlowNode after) {
    FlowNode node = code(choice.condition());
    node.next.add(statement(choice.then(), after));
    node.next.add(choice.otherwise().map(o -> statement(o, after)).orElse(after));
    return node;
  }

  @Override
  protected FlowNode parted(Stmt.Part inner, FlowNode after) {
    Optional<FlowNode> outerHandler = handler;
    Optional<Stmt.Part> outerPart = part;
    FlowNode left = boundary(inner, false);
    left.next.add(after);
    handler =
        outerHandler.map(
            h -> {
              FlowNode thrown = boundary(inner, false);
              thrown.next.add(h);
              return thrown;
            });
    part = Optional.of(inner);
    scopes.push(new Parted(inner, allLabels()));
    FlowNode body = sequence(inner.body(), left);
    scopes.pop();
    part = outerPart;
    handler = outerHandler;
    FlowNode entry = boundary(inner, true);
    entry.next.add(body);
    return entry;
  }

  private FlowNode boundary(Stmt.Part inner, boolean isEntry) {
    FlowNode node = node();
    node.boundary = Optional.of(new FlowNode.Boundary(inner, isEntry));
    return node;
  }

  private FlowNode code(Code code) {
    return node().read(code.reads()).write(code.writes());
  }

  @Override
  protected FlowNode plain(Stmt.Plain plain, FlowNode after) {
    FlowNode node = code(plain.code());
    if (plain.completes()) {
      node.next.add(after);
    }
    plain.exits().forEach(exit -> node.next.add(target(exit)));
    return node;
  }

  /** Where a jump leads first: into the innermost finally that it crosses, if any. */
  private FlowNode target(Exit exit) {
    FlowNode last = end;
    Label label = null;
    if (exit instanceof Exit.Break out) {
      label = out.label();
      last = breaks.get(label);
    } else if (exit instanceof Exit.Continue again) {
      label = again.label();
      last = continues.get(label);
    }
    if (last == null) {
      throw new IllegalStateException("a jump without a target: " + exit);
    }
    Label target = label;
    List<Scope> crossed =
        scopes.stream().filter(s -> target == null || s.outside().contains(target)).toList();
    FlowNode first = last;
    for (int i = crossed.size() - 1; i >= 0; i--) {
      first = crossing(crossed.get(i), first);
    }
    return first;
  }

  private FlowNode crossing(Scope scope, FlowNode to) {
    if (scope instanceof Cleanup cleanup) {
      cleanup.exit().next.add(to);
      return cleanup.entry();
    }
    FlowNode left = boundary(((Parted) scope).part(), false);
    left.next.add(to);
    return left;
  }

  @Override
  protected FlowNode loop(Stmt.Loop loop, FlowNode after) {
    FlowNode head = node();
    int outside = nodes.size();
    FlowNode test = loop.condition().map(this::code).orElseGet(this::node);
    FlowNode update = node();
    loop.updates().forEach(u -> update.read(u.reads()).write(u.writes()));
    boolean testsLast = loop.form() == Stmt.Loop.Form.DO;
    FlowNode again = testsLast ? test : update;
    loop.label().ifPresent(l -> breaks.put(l, after));
    loop.label().ifPresent(l -> continues.put(l, again));
    FlowNode body = statement(loop.body(), again);
    if (loop.condition().isPresent()) {
      test.next.add(after);
    }
    update.next.add(test);
    test.next.add(body);
    head.next.add(testsLast ? body : test);
    loops.add(new LoopNodes(loop, head, List.copyOf(nodes.subList(outside, nodes.size()))));
    return head;
  }

  @Override
  protected FlowNode choice(Stmt.Switch choice, FlowNode after) {
    FlowNode key = code(choice.key());
    branches(choice, key, after);
    if (!choice.total()) {
      key.next.add(after);
    }
    return key;
  }

  @Override
  protected void enter(Stmt.Switch choice, FlowNode key, Stmt.Branch branch, FlowNode body) {
    key.next.add(body);
  }

  @Override
  protected FlowNode attempt(Stmt.Try attempt, FlowNode after) {
    Optional<FlowNode> outer = handler;
    FlowNode follow = after;
    if (attempt.finallyBody().isPresent()) {
      FlowNode exit = node();
      exit.next.add(after);
      outer.ifPresent(exit.next::add);
      FlowNode entry = statement(attempt.finallyBody().get(), exit);
      scopes.push(new Cleanup(entry, exit, allLabels()));
      handler = Optional.of(entry);
      follow = entry;
    }
    FlowNode caught = node();
    for (Stmt.Catch each : attempt.catches()) {
      caught.next.add(statement(each.body(), follow));
    }
    handler.ifPresent(caught.next::add);
    Optional<FlowNode> around = handler;
    handler = Optional.of(caught);
    FlowNode body = statement(attempt.body(), follow);
    handler = around;
    if (attempt.finallyBody().isPresent()) {
      scopes.pop();
    }
    handler = outer;
    return body;
  }

  private Set<Label> allLabels() {
    Set<Label> labels = new HashSet<>(breaks.keySet());
    labels.addAll(continues.keySet());
    return labels;
  }
}
