package dev.weft.conformance.programs;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Answers;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An interpreter of a small language, whose programs read input and print as they run. */
final class Basic {

  // ---- tokens

  private enum Kind {
    NUMBER("\\d+"),
    NAME("[a-z]+"),
    SYMBOL("==|!=|<=|&&|\\|\\||[-+*/%<>=(){},;!]"),
    SPACE("\\s+");

    final String regex;

    Kind(String regex) {
      this.regex = regex;
    }
  }

  record Token(Object kind, String text) {}

  private static List<Token> tokens(String source) {
    StringBuilder all = new StringBuilder();
    for (Kind kind : Kind.values()) {
      all.append(all.length() == 0 ? "" : "|").append("(?<" + kind.name() + ">" + kind.regex + ")");
    }
    Matcher matcher = Pattern.compile(all.toString()).matcher(source);
    List<Token> tokens = new ArrayList<>();
    while (matcher.lookingAt()) {
      for (Kind kind : Kind.values()) {
        if (kind != Kind.SPACE && matcher.group(kind.name()) != null) {
          tokens.add(new Token(kind, matcher.group()));
        }
      }
      matcher.region(matcher.end(), source.length());
    }
    if (matcher.regionStart() < source.length()) {
      throw new IllegalArgumentException("at " + matcher.regionStart());
    }
    return tokens;
  }

  // ---- the tree, whose nodes know how to run

  interface Expr {
    @Comp
    int eval(Machine machine) throws RunFailure;
  }

  interface Command {
    @Comp
    void run(Machine machine) throws RunFailure;
  }

  record Number(int value) implements Expr {
    @Override
    public int eval(Machine machine) {
      return value;
    }
  }

  record Name(String name) implements Expr {
    @Override
    public int eval(Machine machine) throws RunFailure {
      return machine.frame().lookup(name);
    }
  }

  record Unary(char operator, Expr operand) implements Expr {
    @Override
    @Comp
    public int eval(Machine machine) throws RunFailure {
      return operator == '-' ? -operand.eval(machine) : operand.eval(machine) == 0 ? 1 : 0;
    }
  }

  enum Operator implements IntBinaryOperator {
    ADD("+", 4, (a, b) -> a + b),
    SUBTRACT("-", 4, (a, b) -> a - b),
    MULTIPLY("*", 5, (a, b) -> a * b),
    DIVIDE("/", 5, (a, b) -> a / b),
    REMAINDER("%", 5, Math::floorMod),
    EQUAL("==", 3, (a, b) -> a == b ? 1 : 0),
    DIFFERENT("!=", 3, (a, b) -> a != b ? 1 : 0),
    LESS("<", 3, (a, b) -> a < b ? 1 : 0),
    GREATER(">", 3, (a, b) -> a > b ? 1 : 0),
    NOT_ABOVE("<=", 3, (a, b) -> a <= b ? 1 : 0),
    AND("&&", 2, (a, b) -> a * b) {
      @Override
      boolean decides(int left) {
        return left == 0;
      }
    },
    OR("||", 1, (a, b) -> a | b) {
      @Override
      boolean decides(int left) {
        return left != 0;
      }
    };

    private static final Map<String, Operator> BY_SYMBOL = new HashMap<>();

    static {
      for (Operator each : values()) BY_SYMBOL.put(each.symbol, each);
    }

    private final String symbol;
    private final int precedence;
    private final IntBinaryOperator meaning;

    Operator(String symbol, int precedence, IntBinaryOperator meaning) {
      this.symbol = symbol;
      this.precedence = precedence;
      this.meaning = meaning;
    }

    boolean decides(int left) {
      return false;
    }

    @Override
    public int applyAsInt(int left, int right) {
      return meaning.applyAsInt(left, right);
    }
  }

  record Binary(Operator operator, Expr left, Expr right) implements Expr {
    @Override
    @Comp
    public int eval(Machine machine) throws RunFailure {
      int a = left.eval(machine);
      if (operator.decides(a)) return a;
      try {
        return operator.applyAsInt(a, right.eval(machine));
      } catch (ArithmeticException e) {
        throw new RunFailure("division of " + a, e);
      }
    }
  }

  record Call(String name, List<Expr> arguments) implements Expr {
    @Override
    @Comp
    public int eval(Machine machine) throws RunFailure {
      List<Integer> values = new ArrayList<>(arguments.size());
      for (Expr each : arguments) values.add(each.eval(machine));
      return "input".equals(name)
          ? Yield.<Integer>yield(Q.num("input " + values, -4, 6))
          : machine.invoke(name, values);
    }
  }

  record Assign(String name, Expr value) implements Command {
    @Override
    @Comp
    public void run(Machine machine) throws RunFailure {
      machine.frame().variables.put(name, value.eval(machine));
    }
  }

  record Print(Expr value) implements Command {
    @Comp
    public void run(Machine machine) throws RunFailure {
      Yield.emit("prints " + value.eval(machine));
    }
  }

  record If(Expr condition, Command then, Optional<Command> otherwise) implements Command {
    @Comp
    @Override
    public void run(Machine machine) throws RunFailure {
      if (condition.eval(machine) != 0) then.run(machine);
      else if (otherwise.isPresent()) otherwise.get().run(machine);
    }
  }

  record While(Expr condition, Command body) implements Command {
    @Comp
    @Override
    public void run(Machine machine) throws RunFailure {
      while (condition.eval(machine) != 0) {
        machine.tick();
        try {
          body.run(machine);
        } catch (Break b) {
          machine.log.add("left a loop");
          break;
        }
      }
    }
  }

  record Block(List<Command> commands) implements Command {
    @Comp
    @Override
    public void run(Machine machine) throws RunFailure {
      for (Command each : commands) each.run(machine);
    }
  }

  record Return(Expr value) implements Command {
    @Comp
    @Override
    public void run(Machine machine) throws RunFailure {
      throw new Returned(value.eval(machine));
    }
  }

  record Function(List<String> parameters, Command body) {}

  private static class Jump extends RuntimeException {
    private static final long serialVersionUID = 1;

    Jump() {
      super(null, null, false, false);
    }
  }

  private static final class Break extends Jump {
    private static final long serialVersionUID = 1;
  }

  private static final class Returned extends Jump {
    private static final long serialVersionUID = 1;
    final int value;

    Returned(int value) {
      this.value = value;
    }
  }

  static final class RunFailure extends Exception {
    private static final long serialVersionUID = 1;

    RunFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }

  // ---- the machine

  static final class Machine {
    private final Map<String, Function> functions;
    private final Log log;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int ticks;

    final class Frame {
      private final Map<String, Integer> variables = new HashMap<>();
      private final int depth = frames.size();

      int lookup(String name) throws RunFailure {
        Integer value = variables.get(name);
        if (value == null && this != frames.getLast()) {
          value = frames.getLast().variables.get(name);
        }
        if (value == null) throw new RunFailure("no variable " + name, null);
        return value;
      }
    }

    Machine(Map<String, Function> functions, Log log) {
      this.functions = functions;
      this.log = log;
      frames.push(this.new Frame());
    }

    private Frame frame() {
      return frames.peek();
    }

    void tick() throws RunFailure {
      if (++ticks > 40) throw new RunFailure("ran too long", null);
    }

    @Comp
    int invoke(String name, List<Integer> arguments) throws RunFailure {
      tick();
      Function function = functions.get(name);
      if (function == null) throw new RunFailure("no function " + name, null);
      Frame frame = new Frame();
      Iterator<Integer> values = arguments.iterator();
      try {
        for (String each : function.parameters()) frame.variables.put(each, values.next());
      } catch (NoSuchElementException e) {
        throw new RunFailure(name + " wants " + function.parameters(), e);
      }
      frames.push(frame);
      try {
        function.body().run(this);
        return 0;
      } catch (Returned e) {
        return e.value;
      } finally {
        frames.pop();
        log.add("left " + name + " at depth " + frame.depth);
      }
    }
  }

  // ---- the parser

  private final List<Token> tokens;
  private final Map<String, Function> functions = new HashMap<>();
  private int next;

  private Basic(String source) {
    this.tokens = tokens(source);
  }

  private Token peek() {
    return next < tokens.size() ? tokens.get(next) : new Token("end", "");
  }

  private boolean accept(String text) {
    boolean is = peek().text().equals(text);
    if (is) next++;
    return is;
  }

  private String take(String... wanted) {
    for (String each : wanted) {
      if (accept(each)) return each;
    }
    if (wanted.length > 0) {
      throw new IllegalStateException(String.join(" or ", wanted) + " but " + peek().text());
    }
    return tokens.get(next++).text();
  }

  private Command block() {
    take("{");
    List<Command> commands = new ArrayList<>();
    while (!accept("}")) commands.add(command());
    return new Block(commands);
  }

  private Command command() {
    if (peek().text().equals("{")) return block();
    Command command =
        switch (take()) {
          case "if" -> {
            Expr condition = expression(0);
            Command then = block();
            yield new If(condition, then, accept("else") ? Optional.of(block()) : Optional.empty());
          }
          case "while" -> new While(expression(0), block());
          case "print" -> new Print(expression(0));
          case "return" -> new Return(expression(0));
          case "break" ->
              machine -> {
                throw new Break();
              };
          case "def" -> {
            String name = take();
            functions.put(name, new Function(names(), block()));
            yield new Block(List.of());
          }
          default -> {
            String name = tokens.get(next - 1).text();
            take("=");
            yield new Assign(name, expression(0));
          }
        };
    accept(";");
    return command;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    take("(");
    while (!accept(")")) {
      names.add(take());
      accept(",");
    }
    return names;
  }

  private Expr expression(int precedence) {
    Expr left = operand();
    for (Operator operator;
        (operator = Operator.BY_SYMBOL.get(peek().text())) != null
            && operator.precedence > precedence; ) {
      next++;
      left = new Binary(operator, left, expression(operator.precedence));
    }
    return left;
  }

  private Expr operand() {
    if (accept("(")) {
      Expr inner = expression(0);
      take(")");
      return inner;
    }
    Token token = tokens.get(next++);
    if (token.kind() == Kind.NUMBER) return new Number(Integer.parseInt(token.text()));
    if (token.kind() == Kind.SYMBOL) return new Unary(token.text().charAt(0), operand());
    if (!accept("(")) return new Name(token.text());
    List<Expr> arguments = new ArrayList<>();
    while (!accept(")")) {
      arguments.add(expression(0));
      accept(",");
    }
    return new Call(token.text(), List.copyOf(arguments));
  }

  private static final List<String> PROGRAMS =
      List.of(
          """
          def gcd(a, b) { if b == 0 { return a; } return gcd(b, a % b); }
          x = input(1); y = input(2) * 6 + 1;
          print gcd(x, y) + gcd(input(3), 12);
          """,
          """
          def fib(n) { if n < 2 { print n; return n; } return fib(n - 1) + fib(n - 2); }
          n = input();
          while n <= 5 && input(n) != 0 { print fib(n); n = n + 1; if n == 4 { break; } }
          """,
          """
          sum = 0; i = 0;
          while 1 { v = input(i, sum); if !v || i > 7 { break; } else { sum = sum + 10 / v; } i = i + 1; }
          print sum; print -sum / i;
          """,
          "def f(a, b) { return a; } print f(input()) + missing;",
          "print input(input(), input(1) == 2 || input(2) > 3);");

  @Comp
  static String run(Log log) {
    int program = Yield.yield(new Choice(PROGRAMS.size()));
    Basic parser = new Basic(PROGRAMS.get(program));
    List<Command> commands = new ArrayList<>();
    while (parser.next < parser.tokens.size()) commands.add(parser.command());
    Machine machine = new Machine(parser.functions, log);
    try {
      new Block(commands).run(machine);
      return "ended after "
          + machine.ticks
          + " with "
          + new java.util.TreeMap<>(machine.frame().variables);
    } catch (RunFailure e) {
      log.add("caught " + e);
      return e.getCause() == null
          ? e.getMessage()
          : e.getMessage() + ": " + e.getCause().getMessage();
    }
  }

  record Choice(int count) implements dev.weft.conformance.Question {
    @Override
    public Object answer(Answers answers, long number) {
      return Math.floorMod(answers.variant(), count);
    }
  }
}
