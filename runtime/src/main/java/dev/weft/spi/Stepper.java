package dev.weft.spi;

import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Frame;
import dev.weft.KeyedEffect;
import dev.weft.UnhandledEffectException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a running computation. Generated classes extend it, one for each {@code @Comp}
 * method.
 *
 * <p>A frame is stepped by the execution that it belongs to, and by nobody else. While it is paused
 * its {@link #state} is the number of the suspension it stands at; else it is 0, so that a
 * generated {@code finally} can tell leaving for good from leaving to pause.
 */
public abstract class Stepper {
  /** {@link #step} and {@link #call}: the frame has ended, its result is in the execution. */
  protected static final int DONE = 0;

  /** {@link #step} and {@link #call}: the frame will be stepped again. */
  protected static final int PAUSED = 1;

  /** A part of {@link #step}, where that is too long for one method: it goes on behind the part. */
  protected static final int NEXT = 2;

  /**
   * How many frames may stand on one another as plain Java calls. Deep enough that common dialogues
   * never reach it, shallow enough for the smallest thread stacks.
   */
  private static final int MAX_DEPTH = 200;

  /**
   * The suspension that this frame is paused at; 0 while it runs and before it has started. {@link
   * Origin} sees to it that there are not too many for a short.
   */
  protected short state;

  /** How many frames this one stands on as plain Java calls; 0 while it does not run. */
  private short depth;

  /** The frame that called this one; none for the root. */
  @Nullable Stepper parent;

  /** Makes a frame that stands before its first line. */
  protected Stepper() {}

  /**
   * Runs to the next pause or to the end.
   *
   * @param x the execution this frame belongs to
   * @return {@link #PAUSED}, or {@link #DONE} after {@link #complete}
   * @throws Throwable whatever the user's method throws
   */
  protected abstract int step(Execution x) throws Throwable;

  /** The method that this stepper was made from. */
  protected abstract Origin origin();

  /**
   * Which source lines the lines of the generated class come from, for stack traces: {@code 41:12
   * 43:13} says that from line 41 on it is source line 12, and from line 43 on it is 13.
   */
  protected String lines() {
    return "";
  }

  /**
   * Tells which variables of the method are kept at which states. Any thread may ask, at any time:
   * whoever does finds out afterwards whether the frame ran on meanwhile.
   */
  protected void locals(Locals locals) {}

  /**
   * The stack trace of an exception that leaves this frame, with the source's lines for the frame's
   * own; the same array if the frame is not in it.
   */
  protected StackTraceElement[] inSource(StackTraceElement[] trace) {
    return Traces.inSource(trace, this);
  }

  /** The line that this frame is paused at; none or several where it is not one method's. */
  protected List<StackTraceElement> places() {
    return List.of(origin().at(state));
  }

  /** The variables that are live at the present state. */
  final List<Frame.Local> live() {
    Locals locals = new Locals(state);
    locals(locals);
    return locals.live();
  }

  /**
   * Pauses this frame and the whole execution.
   *
   * @param at the number of the suspension
   * @param value what is yielded
   * @return {@link #PAUSED}
   * @throws CancelSignal when the execution is being cancelled: it does not pause any more
   */
  protected final int suspend(Execution x, int at, @Nullable Object value) throws CancelSignal {
    // Most frames that suspend are the top themselves: then no cancellation is in front of them.
    if (x.top != this) {
      x.suspendAt(this);
    }
    x.value = value;
    // At last: where a call overflows the stack the frame has not paused.
    state = (short) at;
    return PAUSED;
  }

  /**
   * Calls another frame, as a plain Java call as long as the stack allows.
   *
   * @param at the number of the suspension that stands for this call
   * @param callee a stepper that has not started
   * @return {@link #DONE}: {@link #answer(Execution)} gives its result; {@link #PAUSED}: this frame
   *     is stepped again, at {@code at}, when the callee has ended
   * @throws Throwable what the callee throws
   */
  protected final int call(Execution x, int at, Stepper callee) throws Throwable {
    callee.parent = this;
    int depth = this.depth;
    if (depth == MAX_DEPTH) {
      return defer(x, at, callee);
    }
    callee.depth = (short) (depth + 1);
    int outcome;
    try {
      outcome = callee.step(x);
    } catch (Throwable error) {
      try {
        Traces.map(error, callee);
      } catch (Throwable unmapped) {
        // The exception itself counts for more.
      }
      throw error;
    }
    if (outcome != DONE) {
      callee.depth = 0;
      state = (short) at;
    }
    return outcome;
  }

  /**
   * Calls a computation: as {@link #call(Execution, int, Stepper)}, on a frame of its own.
   *
   * @param at the number of the suspension that stands for this call
   * @param callee the recipe to run once
   * @return {@link #DONE} or {@link #PAUSED}
   * @throws Throwable what the callee throws
   */
  protected final int call(Execution x, int at, Computation<?> callee) throws Throwable {
    Recipe recipe = callee;
    Effect<?> effect = recipe.effect;
    if (effect == null) {
      return call(x, at, recipe.frame());
    }
    // Readers and states are asked often, and their keys say what they hold: not worth a look.
    return effect instanceof KeyedEffect ? perform(x, at, effect) : performChecked(x, at, effect);
  }

  /**
   * Performs an effect. A handler that answers at once costs no pause.
   *
   * @param at the number of the suspension that stands for the effect
   * @return {@link #DONE}: {@link #answer(Execution)} gives the handler's answer; {@link #PAUSED}:
   *     this frame is stepped again, at {@code at}, when the answer is there
   * @throws UnhandledEffectException if no handler answers it
   * @throws Throwable what the handler throws
   */
  protected final int perform(Execution x, int at, Effect<?> effect) throws Throwable {
    ScopeFrame handler = x.handlerOf(effect);
    Object answer = handler == null ? fallback(x, at, effect) : handler.answer(effect);
    if (answer instanceof InPlace run) {
      return handler == null
          ? call(x, at, run.computation)
          : call(x, at, new InPlaceFrame(run.computation, handler.outward, effect));
    }
    x.value = answer;
    return DONE;
  }

  /**
   * As {@link #perform}, for a frame that does not check the type of the answer itself.
   *
   * @throws ClassCastException when it is not what the class of the effect says
   */
  protected final int performChecked(Execution x, int at, Effect<?> effect) throws Throwable {
    int outcome = perform(x, at, effect);
    if (outcome == DONE) {
      AnswerTypes.check(x.value, effect, this, at);
    }
    return outcome;
  }

  /**
   * The line of source where this frame performs an effect or calls another frame. One that has no
   * lines, because it is not of generated code, is where its caller is.
   *
   * @param at the number of the suspension that stands for that; 0 while it runs as a plain Java
   *     call, whose stack knows the line
   */
  protected StackTraceElement place(int at) {
    StackTraceElement own = at == 0 ? Traces.onStack(this) : origin().at(at);
    return own.getLineNumber() > 0 || parent == null ? own : parent.place(parent.state);
  }

  private @Nullable Object fallback(Execution x, int at, Effect<?> effect) throws Throwable {
    if (effect instanceof Fallback own) {
      return own.fallback();
    }
    throw new UnhandledEffectException(effect, place(at), x.handlers());
  }

  /** Unwinds the Java stack first: the driver steps the callee when all callers have paused. */
  private int defer(Execution x, int at, Stepper callee) {
    x.value = Execution.DEFERRED;
    x.pauseAt(callee);
    state = (short) at;
    return PAUSED;
  }

  /**
   * The answer to the suspension that this frame was paused at, or the result of its callee.
   *
   * @throws Throwable the error raised there, the callee's failure, or the {@link CancelSignal}
   */
  protected final @Nullable Object answer(Execution x) throws Throwable {
    Object value = x.value;
    if (value instanceof Failure failure) {
      x.value = null;
      throw failure.error();
    }
    return value;
  }

  /**
   * The answer to the suspension that this frame was paused at, checked for its type.
   *
   * @param at the number of the suspension
   * @param type what the answer must be, if it is not null; never a primitive type
   * @throws ClassCastException when it is something else; it names both types and the place
   * @throws Throwable the error raised there, or the {@link CancelSignal}
   */
  protected final <A> @Nullable A answer(Execution x, int at, Class<A> type) throws Throwable {
    Object value = answer(x);
    if (value != null && !type.isInstance(value)) {
      throw mismatch(at, type, value);
    }
    return type.cast(value);
  }

  /**
   * The answer to the effect that this frame performed, checked for its type.
   *
   * @param at the number of the suspension that stands for the effect
   * @param type what the answer must be, if it is not null; never a primitive type
   * @param effect the class of the effect, as far as the compiler knows it
   * @throws ClassCastException when it is something else; it names the effect, both types and the
   *     place
   * @throws Throwable what the computation failed with that ran in place of the effect, or the
   *     {@link CancelSignal}
   */
  protected final <A> @Nullable A answer(Execution x, int at, Class<A> type, Class<?> effect)
      throws Throwable {
    Object value = answer(x);
    if (value != null && !type.isInstance(value)) {
      throw AnswerTypes.error(effect, origin().at(at), type, value);
    }
    return type.cast(value);
  }

  /** A value as the type that its place asks for, which may have no name; nothing tests it. */
  @SuppressWarnings({
    "unchecked",
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // The source promises.
  protected static <A extends @Nullable Object> A inferred(@Nullable Object value) {
    return (A) value;
  }

  private ClassCastException mismatch(int at, Class<?> type, Object value) {
    return new ClassCastException(
        "The answer to the yield at "
            + origin().at(at)
            + " must be a "
            + type.getTypeName()
            + ", but it is a "
            + value.getClass().getTypeName());
  }

  /**
   * Ends this frame.
   *
   * @param result what the method returns; null for {@code void}
   * @return {@link #DONE}
   */
  protected final int complete(Execution x, @Nullable Object result) {
    x.value = result;
    return DONE;
  }

  /**
   * The value itself. Gives an expression the target type that it had in the user's code, as in
   * {@code complete(x, Stepper.<Supplier<String>>typed(() -> name))}.
   */
  protected static <V extends @Nullable Object> V typed(V value) {
    return value;
  }

  /**
   * The value itself: {@code Objects.requireNonNull} where variables hide that name.
   *
   * @param name what is said to be null; nothing if it is null
   * @throws NullPointerException if the value is null
   */
  protected static <V> V nonNull(@Nullable V value, @Nullable String name) {
    return Objects.requireNonNull(value, name);
  }

  /**
   * What stands for a reference to a method of an object, {@code object::method}, where the method
   * is reached by an accessor: {@code bind(object, r -> () -> Wizard_Access.method(r))}.
   *
   * @throws NullPointerException if the object is null, as for the reference
   */
  protected static <R, F> F bind(R receiver, Function<? super R, ? extends F> made) {
    return made.apply(Objects.requireNonNull(receiver));
  }

  /**
   * Initialises a class, as the call of one of its static methods does, and the creation of an
   * object before its arguments are evaluated.
   *
   * @return true
   * @throws LinkageError if the class has failed to initialise, now or before
   */
  protected static boolean initialize(Class<?> type) {
    return InitializedClasses.add(type);
  }

  /**
   * Closes a resource as a try-with-resources statement does.
   *
   * @param resource what to close; null closes nothing
   * @param pending the exception that the block ended with; null if it ended without one
   * @throws Throwable the failure of {@code close}, when no exception is pending, or only the
   *     {@link CancelSignal}, which it replaces; else it is added to the pending one as suppressed
   */
  protected static void close(@Nullable AutoCloseable resource, @Nullable Throwable pending)
      throws Throwable {
    if (resource == null) {
      return;
    }
    try {
      resource.close();
    } catch (Throwable failure) {
      if (pending == null || pending instanceof CancelSignal) {
        throw failure;
      }
      pending.addSuppressed(failure);
    }
  }

  /**
   * The error for a frame that is stepped at a state it does not have.
   *
   * @param at the state
   */
  protected final Error corrupt(int at) {
    return new AssertionError("corrupt frame: " + origin() + " has no state " + at);
  }
}
