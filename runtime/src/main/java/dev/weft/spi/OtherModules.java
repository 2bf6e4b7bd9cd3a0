package dev.weft.spi;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** Modules that one's own does not read. */
final class OtherModules {
  private OtherModules() {}

  /**
   * Lets the module of a lookup read that of a class, as a private lookup in the class demands. It
   * may not do so yet: whoever overrides a method requires the module that declares it, and not the
   * other way round. What it may use there is still what the other module opens to it.
   *
   * <p>Only a module itself may say what it reads: so it is said by a handle of its own.
   */
  static void read(Class<?> type, Lookup lookup) throws IllegalAccessException {
    Module own = lookup.lookupClass().getModule();
    Module other = type.getModule();
    if (own.canRead(other)) {
      return;
    }
    try {
      MethodType signature = MethodType.methodType(Module.class, Module.class);
      Object unused = lookup.findVirtual(Module.class, "addReads", signature).invoke(own, other);
    } catch (IllegalAccessException e) {
      throw e;
    } catch (Throwable e) {
      throw Members.rethrow(e);
    }
  }
}
