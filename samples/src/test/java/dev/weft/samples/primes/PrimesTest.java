package dev.weft.samples.primes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Step;
import dev.weft.samples.Script;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrimesTest {
  @Test
  void areGivenOneByOne() {
    Iterator<Integer> primes = Primes.iterator();

    assertThat(primes.hasNext()).isTrue();
    assertThat(primes.hasNext()).isTrue();
    assertThat(List.of(primes.next(), primes.next(), primes.next())).containsExactly(2, 3, 5);
    assertThat(primes.hasNext()).isTrue();
    assertThat(primes.next()).isEqualTo(7);
  }

  @Test
  void areAStream() {
    try (Stream<Integer> primes = Primes.stream()) {
      assertThat(primes.limit(12)).containsExactly(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37);
    }
  }

  @Test
  void areTheOnesThatBigIntegerFinds() {
    List<Integer> expected = new ArrayList<>();
    for (BigInteger prime = BigInteger.TWO;
        prime.intValue() < 20_000;
        prime = prime.nextProbablePrime()) {
      expected.add(prime.intValue());
    }

    assertThat(Primes.stream().takeWhile(prime -> prime < 20_000)).isEqualTo(expected);
  }

  @Test
  void eachIterationStartsAfresh() {
    Iterator<Integer> one = Primes.iterator();
    one.next();
    one.next();

    assertThat(Primes.iterator().next()).isEqualTo(2);
    assertThat(one.next()).isEqualTo(5);
  }

  @Test
  void areEmittedAndTheAnswersIgnored() {
    List<Object> dialogue = new ArrayList<>();

    Step<Void> end = Script.play(PrimesComps.generate(), dialogue, "thanks", "and", "more");

    assertThat(dialogue).containsExactly(2, 3, 5, 7);
    assertThat(end).isEqualTo(new Step.Cancelled<>("no more answers"));
  }
}
