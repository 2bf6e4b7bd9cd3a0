package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Assignment and compound assignment to locals, fields and static fields; increments. */
@SuppressWarnings("lossy-conversions") // javac 20 and later warn of them
class AssignmentTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(AssignmentTest.class);
  }

  static final class Box {
    int n;
    String s = "s";
    byte b;
    Box next;
    static long total;

    Box(int n) {
      this.n = n;
    }

    Box self(Log log, String label) {
      log.add(label);
      return this;
    }

    @Override
    public String toString() {
      return n + s + b + (next == null ? "" : "->" + next);
    }
  }

  static int count;
  static String text;
  static char letter;

  @Comp
  static int chained() {
    int a;
    int b;
    int c;
    a = b = c = ask(new Num("n"));
    a += b -= c *= ask(new Num("m"));
    return a * 100 + b * 10 + c;
  }

  @Comp
  static int oldValueFirst() {
    int n = 5;
    n += ask(new Num("a"));
    n -= n + ask(new Num("b"));
    n *= (n = 3) + ask(new Num("c"));
    n += n++ + ask(new Num("d"));
    return n;
  }

  @Comp
  static String compoundNarrows() {
    byte b = 120;
    short s = 32_000;
    char c = 'x';
    int i = 7;
    long l = 5;
    float f = 1;
    b += ask(new Num("b")) + 100;
    s *= ask(new Num("s"));
    c += ask(new Num("c"));
    i *= 1.5 + ask(new Num("i"));
    i += 3_000_000_000L * ask(new Num("j"));
    l -= 0.5 * ask(new Num("l"));
    f /= ask(new Num("f"));
    b >>>= ask(new Num("shift"));
    i <<= (long) ask(new Num("wide shift"));
    c -= 'a' - ask(new Num("letter"));
    return b + " " + s + " " + (int) c + " " + i + " " + l + " " + f;
  }

  @Comp
  static String everyOperator() {
    int n = 1_000_003;
    n += ask(new Num("+"));
    n -= ask(new Num("-"));
    n *= 3 + ask(new Num("*"));
    n /= 7 + ask(new Num("/"));
    n %= 10_000 + ask(new Num("%"));
    n <<= ask(new Num("<<"));
    n >>= ask(new Num(">>"));
    n >>>= ask(new Num(">>>"));
    n &= 0xFFFF - ask(new Num("&"));
    n |= ask(new Num("|"));
    n ^= ask(new Num("^"));
    boolean b = true;
    b &= ask(new Bool("&"));
    b |= ask(new Bool("|"));
    b ^= ask(new Bool("^"));
    return n + " " + b;
  }

  @Comp
  static String toFields(Log log) {
    Box box = new Box(1);
    box.self(log, "receiver").n = ask(new Num("n"));
    box.s = ask(new Str("s"));
    box.next = new Box(ask(new Num("next")));
    box.next.self(log, "next").n += log.tap("plus", 3) + ask(new Num("plus"));
    box.self(log, "compound").s += ask(new Str("suffix")) + 'c';
    box.b += 100 * ask(new Num("narrow"));
    return box.toString();
  }

  @Comp
  static String receiverReplacedOnTheRight() {
    Box box = new Box(1);
    Box first = box;
    box.n += (box = new Box(50)).n + ask(new Num("n"));
    box.next = box = new Box(ask(new Num("m")));
    first.next = box;
    return first + " " + box;
  }

  @Comp
  static String nullReceivers(Log log) {
    Box none = Yield.yield(Q.of("nothing", null));
    try {
      none.n = log.tap("value", ask(new Num("evaluated first")));
    } catch (NullPointerException e) {
      log.add("caught at assignment");
    }
    try {
      none.n += ask(new Num("never asked"));
    } catch (NullPointerException e) {
      log.add("caught at compound");
    }
    try {
      Yield.emit(none.n + ask(new Num("never asked")));
    } catch (NullPointerException e) {
      log.add("caught at read");
    }
    return "done";
  }

  @Comp
  static String toStaticFields(Log log) {
    count = 10;
    text = "t";
    letter = 'a';
    count = count + ask(new Num("n"));
    count += ask(new Num("m")) * 2;
    AssignmentTest.count *= log.tap("times", 2);
    text += ask(new Str("s")) + count;
    letter += ask(new Num("letters"));
    Box.total = 1L << 40;
    Box.total -= ask(new Num("total"));
    dev.weft.conformance.AssignmentTest.text = text.concat(ask(new Str("qualified")));
    return count + text + letter + Box.total;
  }

  @Comp
  static int staticFieldChangedWhileSuspended(Log log) {
    count = 1;
    int before = count;
    count += bump() + ask(new Num("n"));
    log.add(count);
    count = before + count++ + ask(new Num("m")) + count--;
    return count;
  }

  static int bump() {
    count = 1000;
    return 1;
  }

  @Comp
  static String increments() {
    int n = ask(new Num("n"));
    int a = n++ + ask(new Num("a")) + ++n;
    byte b = 127;
    b++;
    char c = 'z';
    Yield.emit(c++);
    Yield.emit(--c);
    Integer boxed = 127;
    boxed++;
    Yield.emit(boxed);
    Double d = 0.5;
    d--;
    Yield.emit(d);
    Box box = new Box(3);
    int old = box.n++ * 10 + ask(new Num("b")) + box.n--;
    Box.total = 5;
    long t = ++Box.total + ask(new Num("t")) + Box.total++;
    return n + " " + a + " " + b + " " + c + " " + boxed + " " + d + " " + box + old + t
        + Box.total;
  }

  @Comp
  static String boxedCompound() {
    Integer n = 5;
    n += ask(new Num("n"));
    Long l = 7L;
    l *= ask(new Num("l"));
    Character c = 'a';
    c++;
    Boolean b = true;
    b &= ask(new Bool("b"));
    Integer m = ask(new Num("m"));
    m = m + n;
    m++;
    Yield.emit(m);
    return n + " " + l + " " + c + " " + b + " " + m--;
  }

  @Comp
  static int assignmentAsValue(Log log) {
    int n;
    int m = 1 + (n = ask(new Num("n"))) * (n += 2);
    log.add(n = m + ask(new Num("k")));
    int[] a = new int[2];
    int i = 0;
    a[i = 1] = (i = 0) + ask(new Num("i"));
    String s;
    while ((s = ask(new Str("s"))).length() > 1 && n++ < 50) {
      log.add(s);
    }
    return n + a[1] * 1000 + i;
  }

  @Comp
  static String parenthesised() {
    int n = 1;
    (n) = ask(new Num("n"));
    (n) += (ask(new Num("m")));
    ((n))++;
    Box box = new Box(2);
    (box.n) -= ((ask(new Num("k"))));
    (box).next = (new Box((n)));
    return "" + (n) + (box);
  }
}
