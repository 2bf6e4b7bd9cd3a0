package dev.weft.processor.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through a method body from the end to the start: each statement is given what follows it and
 * answers where it begins.
 *
 * @param <N> a place in the method
 */
public abstract class BackwardWalk<N> {
  /** Where jumps out of labeled statements lead. */
  protected final Map<Label, N> breaks = new HashMap<>();

  /** Where jumps to the next round of labeled loops lead. */
  protected final Map<Label, N> continues = new HashMap<>();

  /** Statements one after the other. */
  protected final N sequence(List<Stmt> body, N after) {
    N follow = after;
    for (int i = body.size() - 1; i >= 0; i--) {
      follow = statement(body.get(i), follow);
    }
    return follow;
  }

  /** One statement. */
  protected final N statement(Stmt statement, N after) {
    if (statement instanceof Stmt.Plain plain) {
      return plain(plain, after);
    }
    if (statement instanceof Stmt.Assign assign) {
      return assign(assign, after);
    }
    if (statement instanceof Stmt.Pick pick) {
      return pick(pick, after);
    }
    if (statement instanceof Stmt.Forget forgotten) {
      return forget(forgotten, after);
    }
    if (statement instanceof Stmt.Pause pause) {
      return pause(pause, after);
    }
    return compound(statement, after);
  }

  private N compound(Stmt statement, N after) {
    if (statement instanceof Stmt.If choice) {
      return branch(choice, after);
    }
    if (statement instanceof Stmt.Loop loop) {
      return loop(loop, after);
    }
    if (statement instanceof Stmt.Switch choice) {
      return choice(choice, after);
    }
    if (statement instanceof Stmt.Try attempt) {
      return attempt(attempt, after);
    }
    if (statement instanceof Stmt.Part part) {
      return parted(part, after);
    }
    if (statement instanceof Stmt.Labeled labeled) {
      breaks.put(labeled.label(), after);
      return statement(labeled.body(), after);
    }
    return statement instanceof Stmt.Block block ? sequence(block.body(), after) : after;
  }

  /** The branches of a switch, the last one first, each entered from {@code key}. */
  protected final void branches(Stmt.Switch choice, N key, N after) {
    choice.label().ifPresent(l -> breaks.put(l, after));
    N follow = after;
    for (int i = choice.branches().size() - 1; i >= 0; i--) {
      Stmt.Branch branch = choice.branches().get(i);
      follow = sequence(branch.body(), choice.arrow() ? after : follow);
      enter(choice, key, branch, follow);
    }
  }

  protected abstract N plain(Stmt.Plain plain, N after);

  protected abstract N assign(Stmt.Assign assign, N after);

  protected abstract N pick(Stmt.Pick pick, N after);

  protected abstract N forget(Stmt.Forget forgotten, N after);

  protected abstract N pause(Stmt.Pause pause, N after);

  protected abstract N branch(Stmt.If choice, N after);

  protected abstract N loop(Stmt.Loop loop, N after);

  protected abstract N choice(Stmt.Switch choice, N after);

  /** The way from the key of a switch into a branch. */
  protected abstract void enter(Stmt.Switch choice, N key, Stmt.Branch branch, N body);

  protected abstract N attempt(Stmt.Try attempt, N after);

  protected abstract N parted(Stmt.Part part, N after);
}
