package dev.weft.processor.diagram;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.model.BackwardWalk;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The points of a method body, for a drawing. A finally that does not suspend has no point: it
 * changes nothing about what may follow what.
 */
final class Points extends BackwardWalk<Point> {
  private static final Pattern CONSTANT = Pattern.compile("\\d+|null");

  private List<Handler> handlers = List.of();

  final Point end = new Point(Optional.empty());
  final Point start = new Point(Optional.empty());

  /** Where an exception goes, and which. */
  private record Handler(Point to, String exception) {}

  Points(List<Stmt> body) {
    start.leadsTo(sequence(body, end));
  }

  private Point point() {
    Point point = new Point(Optional.empty());
    mayFail(point);
    return point;
  }

  private void mayFail(Point point) {
    handlers.forEach(h -> point.failsTo(h.to(), h.exception()));
  }

  @Override
  protected Point assign(Stmt.Assign assign, Point after) {
    Point point = point();
    set(point, assign.target(), assign.value());
    point.leadsTo(after);
    return point;
  }

  @Override
  protected Point pick(Stmt.Pick pick, Point after) {
    Point point = point();
    pick.assigned().forEach(local -> point.sets.put(local.name(), ""));
    point.leadsTo(after);
    return point;
  }

  @Override
  protected Point forget(Stmt.Forget forgotten, Point after) {
    return after;
  }

  @Override
  protected Point pause(Stmt.Pause pause, Point after) {
    Point point = new Point(Optional.of(pause.suspension()));
    mayFail(point);
    point.leadsTo(after);
    return point;
  }

  @Override
  protected Point branch(Stmt.If choice, Point after) {
    Point point = point();
    Condition condition = Condition.of(choice.condition());
    point.leadsTo(statement(choice.then(), after), condition);
    point.leadsTo(choice.otherwise().map(o -> statement(o, after)).orElse(after), condition.not());
    return point;
  }

  @Override
  protected Point parted(Stmt.Part part, Point after) {
    return sequence(part.body(), after);
  }

  /** A variable that holds what was caught, or nothing, is known by that. */
  private static void set(Point point, Local target, Code value) {
    if (Condition.isOwn(target)) {
      String text = value.toString();
      point.sets.put(target.name(), CONSTANT.matcher(text).matches() ? text : "");
    }
  }

  @Override
  protected Point plain(Stmt.Plain plain, Point after) {
    if (plain.completes() && plain.exits().isEmpty() && handlers.isEmpty()) {
      return after;
    }
    Point point = point();
    if (plain.completes()) {
      point.leadsTo(after);
    }
    plain.exits().forEach(exit -> point.leadsTo(target(exit)));
    return point;
  }

  private Point target(Exit exit) {
    Point target = end;
    if (exit instanceof Exit.Break out) {
      target = breaks.getOrDefault(out.label(), end);
    } else if (exit instanceof Exit.Continue again) {
      target = continues.getOrDefault(again.label(), end);
    }
    return target;
  }

  @Override
  protected Point loop(Stmt.Loop loop, Point after) {
    Point test = point();
    loop.label().ifPresent(l -> breaks.put(l, after));
    loop.label().ifPresent(l -> continues.put(l, test));
    Point body = statement(loop.body(), test);
    if (loop.condition().isPresent()) {
      Condition condition = Condition.of(loop.condition().get());
      test.leadsTo(body, condition);
      test.leadsTo(after, condition.not());
    } else {
      test.leadsTo(body);
    }
    return loop.form() == Stmt.Loop.Form.DO ? body : test;
  }

  @Override
  protected Point choice(Stmt.Switch choice, Point after) {
    Point key = point();
    branches(choice, key, after);
    if (!choice.total()) {
      key.leadsTo(after);
    }
    return key;
  }

  @Override
  protected void enter(Stmt.Switch choice, Point key, Stmt.Branch branch, Point body) {
    key.leadsTo(body, Condition.of(choice.key(), branch.labels().toString()));
  }

  @Override
  protected Point attempt(Stmt.Try attempt, Point after) {
    List<Handler> outer = handlers;
    List<Handler> inner = new ArrayList<>();
    for (Stmt.Catch each : attempt.catches()) {
      Point body = statement(each.body(), after);
      each.types().forEach(type -> inner.add(new Handler(body, simpleName(type))));
    }
    handlers = inner.isEmpty() ? outer : inner;
    Point body = statement(attempt.body(), after);
    handlers = outer;
    return body;
  }

  private static String simpleName(TypeName type) {
    return type instanceof ClassName name ? name.simpleName() : type.toString();
  }
}
