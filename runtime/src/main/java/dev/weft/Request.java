package dev.weft;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is sent to a runner, when it is more than a plain answer that it can take at once. */
abstract class Request {
  /** The one that was sent before, until the host has put them in order. */
  @Nullable Request next;

  /** The host has taken it in: whoever sent it need not wake the host for it any more. */
  volatile boolean taken;

  /** Answers a suspension. */
  static class Answer extends Request {
    final @Nullable Object value;

    /** What the yield throws, instead of returning the value. */
    final @Nullable Throwable error;

    /** Who gets the next step instead of the caller: a {@link Caller}, a {@link Waiter}, nobody. */
    final @Nullable Object audience;

    Answer(@Nullable Object value, @Nullable Throwable error, @Nullable Object audience) {
      this.value = value;
      this.error = error;
      this.audience = audience;
    }
  }

  /** Cancels the computation. */
  static final class Cancel extends Request {
    final @Nullable Object reason;

    Cancel(@Nullable Object reason) {
      this.reason = reason;
    }
  }

  /** Completes a future when the computation ends. */
  static final class Completion<T> extends Request {
    final CompletableFuture<T> future = new CompletableFuture<>();

    @SuppressWarnings("unchecked")
    void complete(Step<?> end) {
      if (end instanceof Step.Completed<?> completed) {
        future.complete((T) completed.value());
      } else if (end instanceof Step.Thrown<?> thrown) {
        future.completeExceptionally(thrown.error());
      } else if (end instanceof Step.Cancelled<?> cancelled) {
        future.completeExceptionally(new CancellationException(text(cancelled.reason())));
      }
    }
  }

  /** The reason of a cancellation is any object, and its code may fail. */
  private static String text(@Nullable Object reason) {
    try {
      return String.valueOf(reason);
    } catch (Throwable failure) {
      return Objects.requireNonNull(reason).getClass().getName();
    }
  }

  /** Stands where no more requests are taken. */
  static final class Shut extends Request {}
}
