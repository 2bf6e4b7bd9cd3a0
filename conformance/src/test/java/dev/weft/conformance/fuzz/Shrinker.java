package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.MemoryCompiler.Result;
import dev.weft.conformance.fuzz.Node.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes pieces out of a program as long as its defect stays. */
final class Shrinker {
  private static final Pattern CALL = Pattern.compile("\\b(m\\d+)\\(");

  private final Checker checker;
  private final Defect wanted;
  private final long seed;
  private final boolean asserts;
  private long deadline;
  private Program best;
  private Defect found;

  Shrinker(
      Checker checker, Program program, Defect wanted, long seed, boolean asserts, int seconds) {
    this.checker = checker;
    this.best = program;
    this.wanted = wanted;
    this.found = wanted;
    this.seed = seed;
    this.asserts = asserts;
    this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
  }

  Program program() {
    return best;
  }

  Defect defect() {
    return found;
  }

  void run() {
    if (!wanted.method().isEmpty()) {
      accept(best.only(List.copyOf(reached(wanted.method()))));
    }
    for (Plan.Method method : best.plan().methods()) {
      if (!method.name().equals(wanted.method())) {
        accept(best.without(method.name()));
      }
    }
    boolean goesOn = true;
    while (goesOn && System.nanoTime() < deadline) {
      goesOn = false;
      for (Plan.Method method : best.plan().methods()) {
        goesOn |= shrink(method.name());
      }
    }
    deadline += 10_000_000_000L;
    if (!wanted.method().isEmpty()) {
      accept(best.only(List.copyOf(reached(wanted.method()))));
    } else {
      for (Plan.Method method : List.copyOf(best.plan().methods())) {
        accept(
            best.only(
                best.plan().methods().stream()
                    .map(Plan.Method::name)
                    .filter(n -> !n.equals(method.name()))
                    .toList()));
      }
    }
  }

  /** The methods that a method calls, with itself. */
  private TreeSet<String> reached(String method) {
    TreeSet<String> names = new TreeSet<>();
    List<String> left = new ArrayList<>(List.of(method));
    while (!left.isEmpty()) {
      String name = left.remove(0);
      if (names.add(name)) {
        StringBuilder text = new StringBuilder();
        best.body(name).write(text);
        Matcher calls = CALL.matcher(text);
        while (calls.find()) {
          left.add(calls.group(1));
        }
      }
    }
    return names;
  }

  /** Whether a smaller program still shows the defect; if so, it is the best one from now on. */
  private boolean accept(Program candidate) {
    if (System.nanoTime() > deadline) {
      return false;
    }
    Optional<Defect> same = defectOf(candidate);
    if (same.isPresent()) {
      best = candidate;
      found = same.get();
    }
    return same.isPresent();
  }

  private Optional<Defect> defectOf(Program candidate) {
    Result result = checker.compile(candidate);
    List<Defect> defects = checker.compileDefects(candidate, result);
    boolean isRun =
        wanted.kind() == Defect.Kind.DIFFERENCE
            || wanted.kind() == Defect.Kind.HANG
            || (wanted.kind() == Defect.Kind.CRASH && !wanted.method().isEmpty());
    if (wanted.kind() == Defect.Kind.UNVERIFIED) {
      if (!result.succeeded()) {
        return Optional.empty();
      }
      var unverified = new Subject(candidate, result.classes(), asserts).unverified();
      return checker.methodsOfOriginal(unverified).isEmpty()
          ? sameOf(checker.verifyDefects(unverified))
          : Optional.empty();
    }
    if (!isRun) {
      // A candidate that javac does not accept as it is proves nothing.
      if (wanted.key().startsWith("user code") && !checker.invalid(candidate).isEmpty()) {
        return Optional.empty();
      }
      return sameOf(defects);
    }
    if (!result.succeeded()) {
      return Optional.empty();
    }
    Plan.Method method =
        candidate.plan().methods().stream()
            .filter(m -> m.name().equals(wanted.method()))
            .findFirst()
            .orElseThrow();
    return checker
        .run(new Subject(candidate, result.classes(), asserts), method, seed)
        .filter(d -> d.kind() == wanted.kind());
  }

  private Optional<Defect> sameOf(List<Defect> defects) {
    return defects.stream()
        .filter(d -> d.kind() == wanted.kind() && d.key().equals(wanted.key()))
        .findFirst();
  }

  private boolean shrink(String method) {
    boolean changed = removeStatements(method);
    changed |= unwrap(method);
    changed |= simplify(method);
    return changed;
  }

  private boolean tryBody(String method, Node body) {
    return accept(best.with(method, body));
  }

  private static void collect(Node node, List<Node> all) {
    all.add(node);
    for (Object part : node.parts) {
      if (part instanceof Node child) {
        collect(child, all);
      }
    }
  }

  private static List<Node> nodes(Node root) {
    List<Node> all = new ArrayList<>();
    collect(root, all);
    return all;
  }

  /** Removes runs of statements, long ones first. */
  private boolean removeStatements(String method) {
    boolean changed = false;
    for (int at = 0; ; at++) {
      List<Node> all = nodes(best.body(method));
      if (at >= all.size()) {
        return changed;
      }
      if (all.get(at).sort == Sort.LIST) {
        for (int size = all.get(at).parts.size(); size > 0; size /= 2) {
          int from = nodes(best.body(method)).get(at).parts.size() - size;
          while (from >= 0) {
            Node copy = best.body(method).copy();
            List<Object> parts = nodes(copy).get(at).parts;
            parts.subList(from, Math.min(parts.size(), from + size)).clear();
            changed |= tryBody(method, copy);
            from -= size;
          }
        }
      }
    }
  }

  /** Replaces statements by statements inside them, and removes what is optional. */
  private boolean unwrap(String method) {
    boolean changed = false;
    for (int at = 0; ; at++) {
      List<Node> all = nodes(best.body(method));
      if (at >= all.size() || System.nanoTime() > deadline) {
        return changed;
      }
      Node node = all.get(at);
      for (int i = 0; i < node.parts.size(); i++) {
        if (!(node.parts.get(i) instanceof Node child)) {
          continue;
        }
        if (child.sort == Sort.OPTION && !child.parts.isEmpty()) {
          Node copy = best.body(method).copy();
          nodes(copy).get(at).parts.set(i, Node.none());
          if (tryBody(method, copy)) {
            changed = true;
            break;
          }
        }
        if (node.sort == Sort.LIST && child.sort != Sort.EXPR) {
          int lists = (int) nodes(child).stream().filter(n -> n.sort == Sort.LIST).count();
          boolean done = false;
          for (int k = 0; k < Math.min(lists, 6) && !done; k++) {
            Node copy = best.body(method).copy();
            List<Object> parts = nodes(copy).get(at).parts;
            Node inner =
                nodes((Node) parts.get(i)).stream()
                    .filter(n -> n.sort == Sort.LIST)
                    .toList()
                    .get(k);
            parts.remove(i);
            parts.addAll(i, inner.parts);
            done = tryBody(method, copy);
          }
          if (done) {
            changed = true;
            break;
          }
        }
      }
    }
  }

  /** Replaces expressions by constants, or by expressions of their type inside them. */
  private boolean simplify(String method) {
    boolean changed = false;
    for (int at = 0; ; at++) {
      List<Node> all = nodes(best.body(method));
      if (at >= all.size() || System.nanoTime() > deadline) {
        return changed;
      }
      Node node = all.get(at);
      for (int i = 0; i < node.parts.size(); i++) {
        if (node.parts.get(i) instanceof Node child
            && child.sort == Sort.EXPR
            && child.size() + child.parts.size() > 2) {
          changed |= replace(method, at, i, child);
          break;
        }
      }
      for (int i = 0; i < all.get(at).parts.size(); i++) {
        List<Node> now = nodes(best.body(method));
        if (at < now.size()
            && i < now.get(at).parts.size()
            && now.get(at).parts.get(i) instanceof Node child
            && child.sort == Sort.EXPR
            && child.size() + child.parts.size() > 2) {
          changed |= replace(method, at, i, child);
        }
      }
    }
  }

  private boolean replace(String method, int at, int i, Node child) {
    List<Node> smaller = new ArrayList<>();
    if (child.type != Ty.VOID) {
      smaller.add(Node.expr(child.type, "", child.type.zero()));
    }
    nodes(child).stream()
        .filter(n -> n != child && n.sort == Sort.EXPR && n.type == child.type)
        .sorted(Comparator.comparing(Node::size))
        .limit(6)
        .forEach(smaller::add);
    for (Node each : smaller) {
      Node copy = best.body(method).copy();
      nodes(copy).get(at).parts.set(i, each.copy());
      if (tryBody(method, copy)) {
        return true;
      }
    }
    return false;
  }
}
