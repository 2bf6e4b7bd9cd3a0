package dev.weft.processor;

import java.util.Collections;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.WeakHashMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;

/**
 * The compilations that have no annotation processor but ours, as far as one can know: where javac
 * finds processors by itself, it finds what the service loader finds.
 */
final class SoleProcessor {
  private static final Set<ProcessingEnvironment> KNOWN =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private SoleProcessor() {}

  /** Looks for others. To be asked by a processor that only javac's own search can find. */
  static void look(ProcessingEnvironment environment) {
    String ours = SoleProcessor.class.getPackageName() + ".";
    boolean isSole =
        ServiceLoader.load(Processor.class, SoleProcessor.class.getClassLoader()).stream()
            .allMatch(p -> p.type().getName().startsWith(ours));
    if (isSole) {
      KNOWN.add(environment);
    }
  }

  /** Whether somebody has looked, and found no others: no type will come that is not there yet. */
  static boolean isKnown(ProcessingEnvironment environment) {
    return KNOWN.contains(environment);
  }
}
