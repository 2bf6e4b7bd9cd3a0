package dev.weft.processor.flow;

import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Label;
import dev.weft.processor.model.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All ways through a method body. It is built from the end to the start: each statement is given
 * what follows it and answers where it begins. Ways that no run takes may be in it, ways that a run
 * takes are never left out.
 */
final class FlowGraph {
  private final List<FlowNode> nodes = new ArrayList<>();
  private final Map<Label, FlowNode> breaks = new HashMap<>();
  private final Map<Label, FlowNode> continues = new HashMap<>();

  /** The finally blocks around the current place, innermost first. */
  private final Deque<Cleanup> cleanups = new ArrayDeque<>();

  private Optional<FlowNode> handler = Optional.empty();
  private final FlowNode end = node();
  private final FlowNode start;

  /**
   * A finally block that stays in its place.
   *
   * @param entry where it begins
   * @param exit behind which jumps that crossed it go on
   * @param outside labels whose statements lie around it
   */
  private record Cleanup(FlowNode entry, FlowNode exit, Set<Label> outside) {}

  FlowGraph(List<Stmt> body) {
    this.start = sequence(body, end);
  }

  List<FlowNode> nodes() {
    return nodes;
  }

  FlowNode start() {
    return start;
  }

  private FlowNode node() {
    FlowNode node = new FlowNode();
    node.handler = handler;
    nodes.add(node);
    return node;
  }

  private FlowNode sequence(List<Stmt> body, FlowNode after) {
    FlowNode follow = after;
    for (int i = body.size() - 1; i >= 0; i--) {
      follow = statement(body.get(i), follow);
    }
    return follow;
  }

  private FlowNode statement(Stmt statement, FlowNode after) {
    if (statement instanceof Stmt.Plain plain) {
      return plain(plain, after);
    }
    if (statement instanceof Stmt.Assign assign) {
      FlowNode node = code(assign.value()).assign(assign.target());
      node.next.add(after);
      return node;
    }
    if (statement instanceof Stmt.Pick pick) {
      FlowNode node = code(pick.code());
      pick.assigned().forEach(node::assign);
      node.next.add(after);
      return node;
    }
    if (statement instanceof Stmt.Forget forgotten) {
      FlowNode node = node().forget(forgotten.locals());
      node.next.add(after);
      return node;
    }
    if (statement instanceof Stmt.Pause pause) {
      FlowNode node = code(pause.suspension().operand());
      node.suspension = Optional.of(pause.suspension());
      node.next.add(after);
      return node;
    }
    if (statement instanceof Stmt.Block block) {
      return sequence(block.body(), after);
    }
    if (statement instanceof Stmt.If choice) {
      FlowNode node = code(choice.condition());
      node.next.add(statement(choice.then(), after));
      node.next.add(choice.otherwise().map(o -> statement(o, after)).orElse(after));
      return node;
    }
    return compound(statement, after);
  }

  private FlowNode compound(Stmt statement, FlowNode after) {
    if (statement instanceof Stmt.Loop loop) {
      return loop(loop, after);
    }
    if (statement instanceof Stmt.Switch choice) {
      return choice(choice, after);
    }
    if (statement instanceof Stmt.Try attempt) {
      return attempt(attempt, after);
    }
    if (statement instanceof Stmt.Labeled labeled) {
      breaks.put(labeled.label(), after);
      return statement(labeled.body(), after);
    }
    return after;
  }

  private FlowNode code(Code code) {
    return node().read(code.reads()).write(code.writes());
  }

  private FlowNode plain(Stmt.Plain plain, FlowNode after) {
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
    FlowNode first = last;
    List<Cleanup> crossed = new ArrayList<>();
    for (Cleanup cleanup : cleanups) {
      if (label == null || cleanup.outside().contains(label)) {
        crossed.add(cleanup);
      }
    }
    for (int i = crossed.size() - 1; i >= 0; i--) {
      crossed.get(i).exit().next.add(first);
      first = crossed.get(i).entry();
    }
    return first;
  }

  private FlowNode loop(Stmt.Loop loop, FlowNode after) {
    FlowNode head = node();
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
    return head;
  }

  private FlowNode choice(Stmt.Switch choice, FlowNode after) {
    FlowNode key = code(choice.key());
    choice.label().ifPresent(l -> breaks.put(l, after));
    FlowNode follow = after;
    for (int i = choice.branches().size() - 1; i >= 0; i--) {
      Stmt.Branch branch = choice.branches().get(i);
      follow = sequence(branch.body(), choice.arrow() ? after : follow);
      key.next.add(follow);
    }
    if (!choice.total()) {
      key.next.add(after);
    }
    return key;
  }

  private FlowNode attempt(Stmt.Try attempt, FlowNode after) {
    Optional<FlowNode> outer = handler;
    FlowNode follow = after;
    if (attempt.finallyBody().isPresent()) {
      FlowNode exit = node();
      exit.next.add(after);
      outer.ifPresent(exit.next::add);
      FlowNode entry = statement(attempt.finallyBody().get(), exit);
      cleanups.push(new Cleanup(entry, exit, Set.copyOf(allLabels())));
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
      cleanups.pop();
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
