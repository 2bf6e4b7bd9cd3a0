package dev.weft.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.weft.processor.Spi;
import dev.weft.processor.flow.SavePlan;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Writes {@code locals}: which variables of the user's are in which field, at which states. */
final class LocalsWriter {
  private static final Pattern QUALIFIER =
      Pattern.compile("\\p{javaJavaIdentifierPart}+\\.(?=\\p{javaJavaIdentifierStart})");

  private LocalsWriter() {}

  /** The method; none where no variable is ever kept. */
  static Optional<MethodSpec> write(Machine machine, SavePlan plan) {
    List<Local> shown = plan.fields().stream().filter(l -> l.source().isPresent()).toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("locals")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(Spi.LOCALS, "locals")
            .addComment("states at which it is needed later, type, name, value");
    for (Local local : shown) {
      method.addStatement(
          "locals.add($S,$W$S,$W$S,$Wthis.$L)",
          ranges(states(local, machine, plan)),
          type(local),
          local.source().orElseThrow(),
          local.name());
    }
    return Optional.of(method.build());
  }

  /** Before its first line a frame has its parameters and nothing else. */
  private static BitSet states(Local local, Machine machine, SavePlan plan) {
    BitSet states = new BitSet();
    states.set(0, local.isParameter());
    for (int i = 1; i <= machine.suspensions().size(); i++) {
      states.set(i, Objects.requireNonNull(plan.saves().get(i)).live().contains(local));
    }
    return states;
  }

  /** States as people write them: {@code 0-2, 5}. */
  static String ranges(BitSet states) {
    List<String> ranges = new ArrayList<>();
    for (int first = states.nextSetBit(0); first >= 0; ) {
      int end = states.nextClearBit(first);
      ranges.add(end == first + 1 ? "" + first : first + "-" + (end - 1));
      first = states.nextSetBit(end);
    }
    return String.join(", ", ranges);
  }

  /** As the source writes it where it imports every class. */
  private static String type(Local local) {
    return QUALIFIER.matcher(local.type().withoutAnnotations().toString()).replaceAll("");
  }
}
