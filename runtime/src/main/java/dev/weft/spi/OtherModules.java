package dev.weft.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** Looks into classes of other modules than one's own. */
final class OtherModules {
  private OtherModules() {}

  /**
   * A lookup in a class whose package is open to the module of a given lookup. That module may not
   * read the other: whoever overrides a method requires the module that declares it, and not the
   * other way round.
   */
  static Lookup in(Class<?> type, Lookup lookup) throws IllegalAccessException {
    Module own = lookup.lookupClass().getModule();
    Module other = type.getModule();
    if (!own.canRead(other)) {
      read(own, other, lookup);
    }
    return MethodHandles.privateLookupIn(type, lookup);
  }

  /** Only a module itself may say what it reads: so it is said by a handle of its own. */
  private static void read(Module own, Module other, Lookup lookup) throws IllegalAccessException {
    try {
      MethodType type = MethodType.methodType(Module.class, Module.class);
      Object unused = lookup.findVirtual(Module.class, "addReads", type).invoke(own, other);
    } catch (IllegalAccessException e) {
      throw e;
    } catch (Throwable e) {
      throw Members.rethrow(e);
    }
  }
}
