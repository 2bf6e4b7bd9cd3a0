package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.LocalType;
import dev.weft.conformance.fuzz.Scope.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes classes, records, enums and interfaces in method bodies, and uses those that are seen. */
final class LocalTypes {
  /** What a local type is, which says how it is used. */
  enum Kind {
    CLASS,
    RECORD,
    ENUM,
    INTERFACE,
    /** A class without a name, whose one object is a {@code var}. */
    ANONYMOUS
  }

  private final Body body;
  private final Exprs exprs;
  private final Dice dice;

  LocalTypes(Body body) {
    this.body = body;
    this.exprs = body.exprs;
    this.dice = body.dice;
  }

  private String name() {
    String wanted = dice.of("L", "M", "Item");
    String name = body.scope.hasType(wanted) ? "L" + body.number() : wanted;
    body.scope.reserve(new LocalType(name, Kind.CLASS));
    return name;
  }

  /** A declaration, with or without a variable of the type. */
  Node declaration() {
    return switch (dice.below(6)) {
      case 0 -> recordOf(name());
      case 1 -> enumOf(name());
      case 2 -> interfaceOf(name());
      case 3 -> anonymous();
      default -> classOf(name());
    };
  }

  private Node classOf(String name) {
    List<LocalType> others = body.scope.types();
    others.removeIf(t -> t.kind() != Kind.CLASS);
    String above = others.isEmpty() || dice.percent(60) ? superclass() : dice.of(others).name();
    Node members = body.closure(Border.CLASS, () -> members(name, above));
    body.scope.add(new LocalType(name, Kind.CLASS));
    return Node.stmt(
        "local class",
        "class " + name + (above.isEmpty() ? "" : " extends " + above) + " {",
        members,
        "}");
  }

  /** A class of another package, the inner class of the program, or none. */
  private String superclass() {
    if (dice.percent(25)) {
      return "Lib.Store";
    }
    return body.hasThis() && !body.inClass && dice.percent(30) ? "Inner" : "";
  }

  /** A statement that uses members of such a superclass. */
  private static String use(String above) {
    return switch (above) {
      case "Lib.Store" -> "own += super.put(n) + super.kept++ + this.kept;\n";
      case "Inner" -> "own += super.shown(n);\n";
      default -> "";
    };
  }

  private Node members(String name, String above) {
    Var own = new Var("own", Ty.INT, true, false);
    body.scope.reserve(own);
    Node start = exprs.cast(Ty.INT, 2);
    body.scope.add(own);
    Node made =
        body.scoped(
            Border.CLASS,
            () -> {
              body.scope.add(new Var("n", Ty.INT, true, false));
              boolean was = body.inConstructor;
              body.inConstructor = true;
              Node some = body.stmts.some(1, 1);
              body.inConstructor = was;
              return some;
            });
    Node got =
        body.scoped(
            Border.CLASS,
            () -> {
              body.scope.add(new Var("n", Ty.INT, true, false));
              return Node.stmt("", use(above), body.stmts.some(2, 1), returned());
            });
    return Node.stmt(
        "",
        "\nprivate int own = ",
        start,
        ";\n" + name + "(int n) {\n" + (above.isEmpty() ? "" : "super(n);\n") + "own += n;\n",
        made,
        "}\nint get(int n) {",
        got,
        "}\n@Override public String toString() {\nreturn \"object\";\n}\n");
  }

  private Node returned() {
    return body.completes
        ? Node.stmt("", "return own++ + ", exprs.operand(Ty.INT, 2), ";\n")
        : Node.none();
  }

  private Node anonymous() {
    Var var = body.reserve(Ty.VOID, false, true);
    String above = superclass();
    Node argument = above.isEmpty() ? Node.none() : exprs.of(Ty.INT, 2);
    Node members =
        body.closure(
            Border.CLASS,
            () -> {
              Var own = new Var("own", Ty.INT, true, false);
              body.scope.reserve(own);
              Node start = exprs.cast(Ty.INT, 2);
              body.scope.add(own);
              Node got =
                  body.scoped(
                      Border.CLASS,
                      () -> {
                        body.scope.add(new Var("n", Ty.INT, true, false));
                        return Node.stmt("", use(above), body.stmts.some(2, 1), returned());
                      });
              return Node.stmt("", "\nint own = ", start, ";\nint get(int n) {", got, "}\n");
            });
    body.scope.add(var);
    body.instances.put(var, new LocalType("", Kind.ANONYMOUS));
    String made = "var " + var.name() + " = new " + (above.isEmpty() ? "Object" : above) + "(";
    return Node.stmt("var anonymous", made, argument, ") {", members, "};");
  }

  private Node recordOf(String name) {
    String made = exprs.literal(Ty.INT);
    body.scope.add(new LocalType(name, Kind.RECORD));
    return Node.stmt(
        "local record",
        "record " + name + "(int own, String text) {\nstatic int made = ",
        made,
        ";\n" + name + " {\nLib.log(\"record \" + made++ + own + text);\n}\n",
        "int get(int n) {\nreturn own + n + made;\n}\n}");
  }

  private Node enumOf(String name) {
    String start = exprs.literal(Ty.INT);
    body.scope.add(new LocalType(name, Kind.ENUM));
    return Node.stmt(
        "local enum",
        "enum " + name + " {\nONE,\nTWO;\nint own = ",
        start,
        ";\nint get(int n) {\nreturn own++ + n + ordinal();\n}\n}");
  }

  private Node interfaceOf(String name) {
    LocalType type = new LocalType(name, Kind.INTERFACE);
    body.scope.add(type);
    Var var = body.reserve(Ty.VOID, false, true);
    Node value =
        body.closure(
            Border.LAMBDA,
            () -> {
              Var param = new Var(Names.fresh(dice, body.scope), Ty.INT, false, true);
              body.scope.add(param);
              return Node.expr(Ty.INT, "", param.name() + " -> ", exprs.cast(Ty.INT, 2));
            });
    body.scope.add(var);
    body.instances.put(var, type);
    return Node.stmt(
        "local interface",
        "interface "
            + name
            + " {\nint get(int n);\ndefault int twice(int n) {\nreturn get(n) * 2;\n"
            + "}\n}\n"
            + name
            + " "
            + var.name()
            + " = ",
        value,
        ";");
  }

  /** A variable of a local type that is seen, if there is one. */
  Node variable() {
    List<LocalType> types = body.scope.types();
    types.removeIf(t -> t.kind() == Kind.INTERFACE);
    if (types.isEmpty()) {
      return declaration();
    }
    LocalType type = dice.of(types);
    Var var = body.reserve(Ty.VOID, false, true);
    Node value = object(type, 3);
    body.scope.add(var);
    body.instances.put(var, type);
    String written = dice.percent(70) ? type.name() : "var";
    return Node.stmt("local object", written + " " + var.name() + " = ", value, ";");
  }

  private Node object(LocalType type, int depth) {
    Node number = exprs.of(Ty.INT, depth - 1);
    return switch (type.kind()) {
      case CLASS -> Node.expr(Ty.VOID, "", "new " + type.name() + "(", number, ")");
      case RECORD ->
          Node.expr(
              Ty.VOID,
              "",
              "new " + type.name() + "(",
              number,
              ", ",
              exprs.of(Ty.STR, depth - 1),
              ")");
      default -> Node.expr(Ty.VOID, "", type.name() + ".values()[", number.operand(), " & 1]");
    };
  }

  /** A number from an object of a local type, or null if none is seen. */
  Node number(int depth) {
    List<Object> objects = new ArrayList<>();
    List<LocalType> found = new ArrayList<>();
    for (Var var : body.scope.visible()) {
      if (body.instances.containsKey(var)) {
        objects.add(var.name());
        found.add(body.instances.get(var));
      }
    }
    for (LocalType type : body.scope.types()) {
      if (type.kind() != Kind.INTERFACE) {
        objects.add(object(type, depth));
        found.add(type);
      }
    }
    if (objects.isEmpty()) {
      return null;
    }
    int chosen = dice.below(objects.size());
    Object object = objects.get(chosen);
    Kind kind = found.get(chosen).kind();
    if (kind == Kind.ANONYMOUS && dice.percent(40) && !body.inGuard) {
      return Node.expr(Ty.INT, "local use", object, ".own += ", exprs.of(Ty.INT, depth)).operand();
    }
    if (kind == Kind.RECORD && dice.percent(30)) {
      return Node.expr(Ty.INT, "local use", object, ".text().length()");
    }
    String method = kind == Kind.INTERFACE && dice.percent(40) ? ".twice(" : ".get(";
    return Node.expr(Ty.INT, "local use", object, method, exprs.of(Ty.INT, depth), ")");
  }
}
