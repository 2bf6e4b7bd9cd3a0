package dev.weft.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What a generated class has, before its bodies are made. */
record Plan(String className, List<Field> fields, List<Method> methods) {

  record Field(String name, Ty type, boolean isStatic, boolean isPrivate) {}

  /**
   * A {@code @Comp} method; before these parameters it has {@code int fuel}.
   *
   * @param isNested it belongs to the nested class
   */
  record Method(
      String name,
      Ty result,
      boolean isStatic,
      boolean isPrivate,
      boolean isNested,
      List<Param> params) {}

  record Param(String name, Ty type, boolean isAssigned, boolean isVarargs) {}

  static final String NESTED = "Nested";

  private static final Ty[] FIELDS = {
    Ty.INT, Ty.INT, Ty.LONG, Ty.SHORT, Ty.BYTE, Ty.CHAR, Ty.BOOL, Ty.DOUBLE, Ty.STR, Ty.BOX, Ty.OBJ,
    Ty.HUE, Ty.INTS, Ty.BYTES, Ty.STRS, Ty.LIST
  };
  private static final Ty[] RESULTS = {
    Ty.INT, Ty.INT, Ty.INT, Ty.LONG, Ty.SHORT, Ty.BYTE, Ty.CHAR, Ty.BOOL, Ty.BOOL, Ty.DOUBLE,
    Ty.STR, Ty.STR, Ty.BOX, Ty.OBJ, Ty.HUE, Ty.INTS, Ty.LIST, Ty.VOID, Ty.VOID
  };

  static Plan of(String className, int methods, Dice dice) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < FIELDS.length * 2; i++) {
      Ty type = FIELDS[i % FIELDS.length];
      String name = i < Names.POOL.size() && dice.percent(30) ? Names.POOL.get(i) : "f" + i;
      fields.add(new Field(name, type, dice.percent(50), dice.percent(50)));
    }
    List<Method> made = new ArrayList<>();
    for (int i = 0; i < methods; i++) {
      made.add(method("m" + i, dice));
    }
    return new Plan(className, fields, made);
  }

  private static Method method(String name, Dice dice) {
    List<Param> params = new ArrayList<>();
    int count = dice.below(4);
    for (int i = 0; i < count; i++) {
      Ty type = dice.of(FIELDS);
      boolean canVary = i == count - 1 && (type == Ty.INTS || type == Ty.STRS);
      params.add(new Param("p" + i, type, dice.percent(40), canVary && dice.percent(50)));
    }
    return new Method(
        name, dice.of(RESULTS), dice.percent(50), dice.percent(15), dice.percent(15), params);
  }
}
