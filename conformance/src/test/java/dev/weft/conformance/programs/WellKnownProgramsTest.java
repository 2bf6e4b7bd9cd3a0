package dev.weft.conformance.programs;

import dev.weft.conformance.Conformance;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Programs of some size after well-known ones, with yields put in where they would wait. */
class WellKnownProgramsTest {

  @TestFactory
  Stream<DynamicNode> conform() {
    return Stream.of(
            JsonFromChunks.class,
            Basic.class,
            ConnectFour.class,
            HttpServerSide.class,
            CashMachine.class,
            Adventure.class,
            Huffman.class,
            PathFinder.class,
            Sudoku.class,
            Elevators.class)
        .flatMap(Conformance::of);
  }
}
