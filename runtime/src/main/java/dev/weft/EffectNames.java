package dev.weft;

/** How effects are named in messages. */
final class EffectNames {
  private EffectNames() {}

  /** Its class and, if it has one, its key; never its other parts, which may be secrets. */
  static String of(Effect<?> effect) {
    String name = effect.getClass().getTypeName();
    return effect instanceof KeyedEffect<?> keyed ? name + " of " + describe(keyed.key()) : name;
  }

  private static String describe(Object key) {
    return key instanceof Class<?> type ? type.getTypeName() : key.toString();
  }
}
