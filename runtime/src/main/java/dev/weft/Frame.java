package dev.weft;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One method of a paused computation: where it stands, and what it will go on with.
 *
 * <pre>{@code
 * for (Frame frame : runner.locals()) {
 *   System.out.println("at " + frame.place());
 *   for (Frame.Local local : frame.locals()) {
 *     System.out.println("  " + local.type() + " " + local.name() + " = " + local.value());
 *   }
 * }
 * }</pre>
 *
 * @param place the line of source, as a stack trace shows it
 * @param locals the variables that the method needs when it goes on, parameters first; before its
 *     first line all its parameters. A variable that is not read again is not there, nor is a
 *     constant.
 */
public record Frame(StackTraceElement place, List<Local> locals) {

  /** Copies the list. */
  public Frame {
    Objects.requireNonNull(place, "place");
    locals = List.copyOf(locals);
  }

  /**
   * A variable of a paused method.
   *
   * @param name what the source calls it; {@code this} for the instance whose method it is
   * @param type what it is declared as, in simple names; what was inferred, for {@code var}
   * @param value the object itself, not a copy; primitive values are boxed
   */
  public record Local(String name, String type, @Nullable Object value) {}
}
