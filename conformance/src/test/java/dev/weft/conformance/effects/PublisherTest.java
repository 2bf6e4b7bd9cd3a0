package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.RunOptions;
import dev.weft.Sequences;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a computation emits, as a publisher with demand. */
@Timeout(60)
class PublisherTest {
  private final AtomicInteger emitted = new AtomicInteger();
  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Object> log = new LinkedBlockingQueue<>();

  @Comp
  static void numbers(int count, AtomicInteger emitted, BlockingQueue<Object> log) {
    try {
      for (int i = 0; i < count; i++) {
        emitted.incrementAndGet();
        Yield.emit(i);
      }
    } finally {
      log.add("finally");
    }
  }

  private Flow.Publisher<Integer> numbers(int count) {
    return Sequences.publisher(PublisherTestComps.numbers(count, emitted, log), Integer.class);
  }

  private final class Logging implements Flow.Subscriber<Object> {
    private final long initial;
    private final long each;
    Flow.Subscription subscription;

    Logging(long initial, long each) {
      this.initial = initial;
      this.each = each;
    }

    @Override
    public void onSubscribe(Flow.Subscription own) {
      subscription = own;
      if (initial != 0) {
        own.request(initial);
      }
    }

    @Override
    public void onNext(Object item) {
      events.add(item);
      if (each > 0) {
        subscription.request(each);
      }
    }

    @Override
    public void onError(Throwable error) {
      events.add(error);
    }

    @Override
    public void onComplete() {
      events.add("complete");
    }
  }

  private Object next() throws InterruptedException {
    return events.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void withoutDemandNothingRuns() throws Exception {
    Logging subscriber = new Logging(0, 0);
    numbers(3).subscribe(subscriber);
    assertThat(events.poll(30, TimeUnit.MILLISECONDS)).isNull();
    assertThat(emitted).hasValue(0);
    subscriber.subscription.request(2);
    assertThat(next()).isEqualTo(0);
    assertThat(next()).isEqualTo(1);
    assertThat(events.poll(30, TimeUnit.MILLISECONDS)).isNull();
    assertThat(emitted).hasValue(2);
    subscriber.subscription.request(Long.MAX_VALUE);
    assertThat(next()).isEqualTo(2);
    assertThat(next()).isEqualTo("complete");
    assertThat(log).containsExactly("finally");
  }

  @Test
  void allAtOnce() throws Exception {
    int count = 100_000;
    numbers(count).subscribe(new Logging(Long.MAX_VALUE, 0));
    for (int i = 0; i < count; i++) {
      assertThat(next()).isEqualTo(i);
    }
    assertThat(next()).isEqualTo("complete");
  }

  @Test
  void oneByOneFromInsideOnNext() throws Exception {
    int count = 100_000;
    numbers(count).subscribe(new Logging(1, 1));
    for (int i = 0; i < count; i++) {
      assertThat(next()).isEqualTo(i);
    }
    assertThat(next()).isEqualTo("complete");
  }

  @Test
  void demandFromOtherThreadsIsNotLost() throws Exception {
    int count = 20_000;
    Logging subscriber = new Logging(0, 0);
    numbers(count).subscribe(subscriber);
    Thread requester =
        new Thread(
            () -> {
              for (int i = 0; i < count + 1; i++) {
                subscriber.subscription.request(1);
              }
            });
    requester.start();
    for (int i = 0; i < count; i++) {
      assertThat(next()).isEqualTo(i);
    }
    assertThat(next()).isEqualTo("complete");
    assertThat(emitted).hasValue(count);
  }

  @Test
  void cancellingTheSubscriptionLeavesTheComputation() throws Exception {
    Logging subscriber = new Logging(2, 0);
    numbers(10).subscribe(subscriber);
    next();
    next();
    subscriber.subscription.cancel();
    assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("finally");
    subscriber.subscription.request(5);
    assertThat(events.poll(30, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aRequestForNothingIsAnError() throws Exception {
    Logging subscriber = new Logging(1, 0);
    numbers(10).subscribe(subscriber);
    next();
    subscriber.subscription.request(0);
    assertThat(next()).isInstanceOf(IllegalArgumentException.class);
    assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("finally");

    Logging early = new Logging(-1, 0);
    numbers(10).subscribe(early);
    assertThat(next()).isInstanceOf(IllegalArgumentException.class);
  }

  @Comp
  static void failing() {
    Yield.emit(1);
    throw new IllegalStateException("no more");
  }

  @Test
  void aFailureIsAnError() throws Exception {
    Sequences.publisher(PublisherTestComps.failing(), Integer.class).subscribe(new Logging(9, 0));
    assertThat(next()).isEqualTo(1);
    assertThat((Throwable) next()).hasMessage("no more");
  }

  @Test
  void anElementOfAnotherTypeIsAnError() throws Exception {
    Sequences.publisher(PublisherTestComps.numbers(3, emitted, log), String.class)
        .subscribe(new Logging(9, 0));
    assertThat(next()).isInstanceOf(ClassCastException.class);
    assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("finally");
  }

  @Test
  void eachSubscriberHasARunOfItsOwn() throws Exception {
    Flow.Publisher<Integer> publisher = numbers(1);
    publisher.subscribe(new Logging(9, 0));
    assertThat(List.of(next(), next())).containsExactly(0, "complete");
    publisher.subscribe(new Logging(9, 0));
    assertThat(List.of(next(), next())).containsExactly(0, "complete");
  }

  @Comp
  static void ticks(int count) {
    for (int i = 0; i < count; i++) {
      Sleep.sleep(Duration.ofMillis(2));
      Yield.emit(i);
    }
  }

  @Test
  @SuppressWarnings("try") // The end of the one closes the other.
  void itWorksWithOtherPartsOfFlowAndWithWaits() throws Exception {
    List<Object> seen = new ArrayList<>();
    try (SubmissionPublisher<Integer> relay = new SubmissionPublisher<>()) {
      var done = relay.consume(seen::add);
      Sequences.publisher(
              PublisherTestComps.ticks(5), Integer.class, RunOptions.defaults().name("ticks"))
          .subscribe(
              new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                  subscription.request(Long.MAX_VALUE);
                }

                @Override
                public void onNext(Integer item) {
                  relay.submit(item);
                }

                @Override
                public void onError(Throwable error) {
                  relay.closeExceptionally(error);
                }

                @Override
                public void onComplete() {
                  relay.close();
                }
              });
      done.get(20, TimeUnit.SECONDS);
    }
    assertThat(seen).containsExactly(0, 1, 2, 3, 4);
  }
}
