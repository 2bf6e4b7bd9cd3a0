package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.spi.Execution;
import dev.weft.spi.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What a computation emits, where it waits for stages that are not as they should be. */
class EmissionsTest {

  private final List<String> log = new ArrayList<>();

  private static final class Refusing extends CompletableFuture<Object> {
    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super Throwable> action) {
      throw new UnsupportedOperationException("nobody is told");
    }
  }

  private static Wait on(CompletionStage<?> stage) {
    return new Wait() {
      @Override
      public CompletionStage<?> stage() {
        if (stage == null) {
          throw new UnsupportedOperationException("no stage");
        }
        return stage;
      }
    };
  }

  private Computation<Object> waiting(Wait wait) {
    return Scripted.of((frame, x, at) -> guarded(frame, x, at, wait));
  }

  private int guarded(Scripted frame, Execution x, int at, Wait wait) throws Throwable {
    try {
      return at == 0 ? frame.yield(x, 1, wait) : frame.done(x, frame.answered(x));
    } finally {
      if (frame.leavesForGood()) {
        log.add("finally");
      }
    }
  }

  private void assertFails(Wait wait, String message) {
    ClosingIterator<Object> iterator = Sequences.iterator(waiting(wait), Object.class);
    assertThatThrownBy(iterator::hasNext).hasMessage(message);
    assertThat(log).containsExactly("finally");
    assertThat(iterator.hasNext()).isFalse();
    iterator.close();
  }

  @Test
  void aStageThatTellsNobodyIsAFailure() {
    assertFails(on(new Refusing()), "nobody is told");
  }

  @Test
  void soIsAWaitWithoutAStage() {
    assertFails(on(null), "no stage");
  }
}
