package dev.weft.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement of the stepper. Only {@link Pause} suspends; what holds one is a compound that can be
 * re-entered, and {@link Plain} text never holds one.
 */
public sealed interface Stmt {

  /** The statements directly inside this one, in the order of the text. */
  default List<Stmt> children() {
    return List.of();
  }

  /**
   * Text without a suspension: the user's own, or a line of ours.
   *
   * @param exits the jumps in it that leave it
   * @param completes whether it can complete normally, in the sense of the language
   */
  record Plain(Code code, List<Exit> exits, boolean completes) implements Stmt {
    public static Plain line(Object... parts) {
      return new Plain(Code.join(parts), List.of(), true);
    }

    /** A throw statement, of the parts of an expression. */
    public static Plain thrown(Object... error) {
      return new Plain(Code.join("throw ", Code.join(error), ";"), List.of(), false);
    }

    public static Plain jump(Exit exit, Object... parts) {
      return new Plain(Code.join(parts), List.of(exit), false);
    }
  }

  /** Comments of the user's that belong to the next statement. */
  record Comment(List<String> lines) implements Stmt {}

  /** What follows comes from this line of the source. */
  record Mark(int line) implements Stmt {}

  /** Text without a suspension that assigns locals, each of them wherever it is read later. */
  record Pick(Code code, Set<Local> assigned) implements Stmt {
    public Pick {
      assigned = Set.copyOf(assigned);
    }
  }

  /** Nothing reads these locals from here on before they are assigned. It has no text. */
  record Forget(Set<Local> locals) implements Stmt {
    public Forget {
      locals = Set.copyOf(locals);
    }
  }

  /** {@code target = value;}. */
  record Assign(Local target, Code value) implements Stmt {}

  /** The machine may stop here. */
  record Pause(Suspension suspension) implements Stmt {}

  /** Statements in a scope of their own. */
  record Block(List<Stmt> body) implements Stmt {
    @Override
    public List<Stmt> children() {
      return body;
    }
  }

  record If(Code condition, Stmt then, Optional<Stmt> otherwise) implements Stmt {
    @Override
    public List<Stmt> children() {
      return otherwise.map(o -> List.of(then, o)).orElse(List.of(then));
    }
  }

  /** A loop of any kind; the condition is absent where it is constantly true. */
  record Loop(
      Optional<Label> label, Form form, Optional<Code> condition, List<Code> updates, Stmt body)
      implements Stmt {

    /** How the loop is written. */
    public enum Form {
      WHILE,
      DO,
      FOR
    }

    @Override
    public List<Stmt> children() {
      return List.of(body);
    }
  }

  /**
   * A switch with suspensions in its branches.
   *
   * @param key what it switches on
   * @param arrow whether branches are written with an arrow, and so never fall through
   * @param total whether one of the branches is always taken
   */
  record Switch(
      Optional<Label> label, Code key, List<Branch> branches, boolean arrow, boolean total)
      implements Stmt {
    @Override
    public List<Stmt> children() {
      return branches.stream().flatMap(b -> b.body().stream()).toList();
    }
  }

  /**
   * A branch of a switch.
   *
   * @param labels as written, from {@code case} or {@code default} up to the colon or arrow
   * @param selector a constant that leads into this branch, for the way back
   */
  record Branch(Code labels, Optional<Code> selector, List<Stmt> body) {}

  /** No handler of it suspends; those that do have been moved behind it. */
  record Try(Stmt body, List<Catch> catches, Optional<Stmt> finallyBody) implements Stmt {
    @Override
    public List<Stmt> children() {
      List<Stmt> children = new ArrayList<>();
      children.add(body);
      catches.forEach(c -> children.add(c.body()));
      finallyBody.ifPresent(children::add);
      return children;
    }
  }

  /**
   * A handler.
   *
   * @param types the caught types
   * @param name of the exception parameter
   * @param seesCancellation whether a cancellation is caught like any exception, which only code of
   *     ours does
   */
  record Catch(List<TypeName> types, String name, Stmt body, boolean seesCancellation) {}

  /** A block that can be left by its label. */
  record Labeled(Label label, Stmt body) implements Stmt {
    @Override
    public List<Stmt> children() {
      return List.of(body);
    }
  }
}
