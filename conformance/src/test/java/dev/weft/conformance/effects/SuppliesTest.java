package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effects;
import dev.weft.Step;
import dev.weft.UnhandledEffectException;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Clock;
import dev.weft.effects.Fresh;
import dev.weft.effects.Random;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Identifiers, random numbers and the time: what they are, as steppers and as originals. */
class SuppliesTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Comp
  static List<Object> fresh() {
    long first = Fresh.number();
    UUID uuid = Fresh.uuid();
    Yield.emit("between");
    return List.of(first, uuid, Fresh.number(), Fresh.uuid(), Fresh.number());
  }

  private static Ways<List<Object>> freshOnes() {
    return Ways.of(SuppliesTestComps.fresh(), () -> fresh());
  }

  @Test
  void predictableIdentifiersCountFromOneInEachRun() {
    Ways<List<Object>> ways = freshOnes().with(c -> c.with(Fresh.predictable()));
    List<Object> expected = List.of(1L, new UUID(0, 1), 2L, new UUID(0, 2), 3L);
    ways.yieldsAndReturns(List.of("between"), expected);
    ways.yieldsAndReturns(List.of("between"), expected);
  }

  @Test
  void identifiersOfOnesOwnAreToldTheirNumber() {
    freshOnes()
        .with(c -> c.with(Fresh.of(number -> new UUID(7, 10 * number))))
        .yieldsAndReturns(
            List.of("between"), List.of(1L, new UUID(7, 10), 2L, new UUID(7, 20), 3L));
  }

  @Comp
  static List<Object> freshInPart() {
    long before = Fresh.number();
    long inside = Effects.call(SuppliesTestComps.number().with(Fresh.predictable()));
    return List.of(before, inside, Fresh.number());
  }

  @Comp
  static long number() {
    return Fresh.number();
  }

  @Test
  void numbersCountWithinTheComputationThatHasTheHandler() {
    Ways.of(SuppliesTestComps.freshInPart(), () -> freshInPart())
        .with(c -> c.with(Fresh.predictable()))
        .returns(List.of(1L, 1L, 2L));
  }

  @Comp
  static UUID uuid() {
    return Fresh.uuid();
  }

  @Test
  void randomIdentifiersDiffer() {
    Computation<UUID> computation = SuppliesTestComps.uuid().with(Fresh.random());
    Set<Object> seen = new HashSet<>();
    for (int run = 0; run < 10; run++) {
      UUID uuid = ((Step.Completed<UUID>) Coroutine.of(computation).run()).value();
      assertThat(uuid.version()).isEqualTo(4);
      seen.add(uuid);
    }
    assertThat(seen).hasSize(10);
  }

  @Comp
  static List<Object> draws() {
    int bounded = Random.nextInt(100);
    long any = Random.nextLong();
    Yield.emit("between");
    return List.of(
        bounded,
        any,
        Random.nextDouble(),
        Random.nextBoolean(),
        Random.<Integer>draw(generator -> generator.nextInt(10, 20)),
        Random.<Double>draw(RandomGenerator::nextGaussian));
  }

  /** Those that the generator gives in this order. */
  private static List<Object> drawnFrom(RandomGenerator generator) {
    return List.of(
        generator.nextInt(100),
        generator.nextLong(),
        generator.nextDouble(),
        generator.nextBoolean(),
        generator.nextInt(10, 20),
        generator.nextGaussian());
  }

  @Test
  void aSeedGivesTheNumbersOfTheGeneratorOfJavaInEachRun() {
    Ways<List<Object>> ways =
        Ways.of(SuppliesTestComps.draws(), () -> draws()).with(c -> c.with(Random.seeded(42)));
    List<Object> expected = drawnFrom(new java.util.Random(42));
    assertThat(expected).startsWith(30, 1_008_396_158_678_580_193L);
    ways.yieldsAndReturns(List.of("between"), expected);
    ways.yieldsAndReturns(List.of("between"), expected);
  }

  @Test
  void aGeneratorOfOnesOwnIsMadeForEachRun() {
    AtomicInteger made = new AtomicInteger();
    Ways.of(SuppliesTestComps.draws(), () -> draws())
        .with(
            c ->
                c.with(
                    Random.of(
                        () -> {
                          made.incrementAndGet();
                          return new java.util.SplittableRandom(7);
                        })))
        .yieldsAndReturns(List.of("between"), drawnFrom(new java.util.SplittableRandom(7)));
    assertThat(made).hasValue(2);
  }

  @Comp
  static int bounded(int bound) {
    return Random.nextInt(bound);
  }

  @Test
  void aBoundThatIsNotPositiveFailsWhereItWasDrawn() {
    Ways.of(SuppliesTestComps.bounded(0), () -> bounded(0))
        .with(c -> c.with(Random.unpredictable()))
        .fails(error -> assertThat(error).isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void unpredictableNumbersDifferFromRunToRun() {
    Computation<Integer> computation =
        SuppliesTestComps.bounded(Integer.MAX_VALUE).with(Random.unpredictable());
    Set<Step<Integer>> seen = new HashSet<>();
    for (int run = 0; run < 10; run++) {
      seen.add(Coroutine.of(computation).run());
    }
    assertThat(seen).hasSizeGreaterThan(1);
  }

  @Comp
  static List<Instant> times() {
    Instant first = Clock.now();
    Yield.emit("between");
    return List.of(first, Clock.now());
  }

  private static Ways<List<Instant>> twoTimes() {
    return Ways.of(SuppliesTestComps.times(), () -> times());
  }

  @Test
  void aFixedClockTellsTheSameTime() {
    twoTimes()
        .with(c -> c.with(Clock.fixed(NOON)))
        .yieldsAndReturns(List.of("between"), List.of(NOON, NOON));
  }

  @Test
  void aClockOfOnesOwnIsAskedEachTime() {
    AtomicInteger asked = new AtomicInteger();
    twoTimes()
        .with(c -> c.with(Clock.of(() -> NOON.plusSeconds(asked.getAndIncrement() % 2))))
        .yieldsAndReturns(List.of("between"), List.of(NOON, NOON.plusSeconds(1)));
    assertThat(asked).hasValue(4);
  }

  @Test
  void theSystemsClockTellsTheTime() {
    Instant before = Instant.now();
    Coroutine<List<Instant>> coroutine =
        Coroutine.of(SuppliesTestComps.times().with(Clock.system()));
    coroutine.run();
    List<Instant> told = ((Step.Completed<List<Instant>>) coroutine.run(null)).value();
    assertThat(told).allSatisfy(time -> assertThat(time).isBetween(before, Instant.now()));
  }

  @Test
  void withoutAHandlerTheyAreUnhandled() {
    freshOnes().fails(SuppliesTest::assertUnhandled);
    twoTimes().fails(SuppliesTest::assertUnhandled);
    Ways.of(SuppliesTestComps.draws(), () -> draws()).fails(SuppliesTest::assertUnhandled);
  }

  private static void assertUnhandled(Throwable error) {
    assertThat(error).isInstanceOf(UnhandledEffectException.class);
  }
}
