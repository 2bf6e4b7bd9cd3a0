package dev.weft.processor.read;

import java.util.HashSet;
import java.util.Set;

/** Hands out names that clash neither with the user's nor with each other. */
final class NameAllocator {
  /** Names that every stepper inherits or declares, and how the packages begin that it names. */
  private static final Set<String> RESERVED =
      Set.of("state", "DONE", "PAUSED", "NEXT", "ORIGIN", "java", "dev");

  private final Set<String> taken;

  NameAllocator(Set<String> usedByUser) {
    taken = new HashSet<>(usedByUser);
    taken.addAll(RESERVED);
  }

  /** A name that is free, the wanted one if possible. */
  String fresh(String wanted) {
    if (taken.add(wanted)) {
      return wanted;
    }
    return numbered(wanted, 2);
  }

  /** A free name that ends in a number, counting from the given one. */
  String numbered(String base, int first) {
    int number = first;
    while (!taken.add(base + number)) {
      number++;
    }
    return base + number;
  }

  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }
}
