package dev.weft.effects;

import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.annotations.Comp;
import dev.weft.spi.Fallback;
import dev.weft.spi.InPlace;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for some time, with no thread held meanwhile.
 *
 * <pre>{@code
 * @Comp
 * static Page load(URI uri) {
 *   for (int attempt = 1; ; attempt++) {
 *     Optional<Page> page = Await.await(http.get(uri));
 *     if (page.isPresent()) return page.get();
 *     Sleep.sleep(Duration.ofSeconds(attempt));
 *   }
 * }
 * }</pre>
 *
 * <p>It needs no handler: then it is an {@link Await} of a future that one timer thread, shared by
 * all, completes. A handler for this class can do it otherwise, as a virtual clock in a test does.
 */
public final class Sleep implements Effect<@Nullable Void>, Fallback {
  private final Duration duration;

  Sleep(Duration duration) {
    this.duration = Objects.requireNonNull(duration, "duration");
  }

  /**
   * Waits as long as this; not at all if it is zero or negative.
   *
   * @throws NullPointerException if the duration is null
   */
  @Comp
  public static void sleep(Duration duration) {
    Effects.perform(new Sleep(duration));
  }

  /** How long. */
  public Duration duration() {
    return duration;
  }

  @Override
  public @Nullable Object fallback() {
    if (duration.isZero() || duration.isNegative()) {
      return null;
    }
    return new InPlace(Computation.performing(new Await<>(Timer.in(duration))));
  }

  /** Says how long. */
  @Override
  public String toString() {
    return "Sleep[" + duration + "]";
  }
}
