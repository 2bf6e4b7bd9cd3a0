package dev.weft.conformance.fuzz;

/** The types that generated programs compute with. */
enum Ty {
  INT("int", "Integer", "i"),
  LONG("long", "Long", "l"),
  SHORT("short", "Short", "h"),
  BYTE("byte", "Byte", "y"),
  CHAR("char", "Character", "c"),
  BOOL("boolean", "Boolean", "z"),
  DOUBLE("double", "Double", "d"),
  STR("String", "String", "s"),
  BOX("Integer", "Integer", "I"),
  OBJ("Object", "Object", "o"),
  HUE("Hue", "Hue", "e"),
  INTS("int[]", "int[]", "A"),
  BYTES("byte[]", "byte[]", "B"),
  STRS("String[]", "String[]", "S"),
  LIST("List<Integer>", "List<Integer>", "L"),
  RES("Res", "Res", "r"),
  SUP("Supplier<Integer>", "Supplier<Integer>", "f"),
  VOID("void", "Void", "v");

  /** How it is written, how it is written as a type argument, and the sign of its questions. */
  final String java;

  final String boxed;
  final String sign;

  Ty(String java, String boxed, String sign) {
    this.java = java;
    this.boxed = boxed;
    this.sign = sign;
  }

  boolean isIntegral() {
    return this == INT || this == LONG || this == SHORT || this == BYTE || this == CHAR;
  }

  boolean isNumeric() {
    return isIntegral() || this == DOUBLE;
  }

  boolean isPrimitive() {
    return isNumeric() || this == BOOL;
  }

  /** A constant of the type. */
  String zero() {
    return switch (this) {
      case INT, LONG -> "0";
      case SHORT -> "(short) 0";
      case BYTE -> "(byte) 0";
      case CHAR -> "'0'";
      case BOOL -> "false";
      case DOUBLE -> "0.5";
      case STR -> "\"\"";
      case BOX -> "Integer.valueOf(0)";
      case OBJ -> "\"o\"";
      case HUE -> "Hue.RED";
      case INTS -> "new int[] {1, 2}";
      case BYTES -> "new byte[] {1, 2}";
      case STRS -> "new String[] {\"p\", \"q\"}";
      case LIST -> "List.of(1, 2)";
      case RES -> "null";
      case SUP -> "() -> 0";
      case VOID -> "";
    };
  }
}
