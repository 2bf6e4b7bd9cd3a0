// The stepper of Shop.price(Item, int), Shop.java line 14. Made by Weft; do not edit.
//
// state  line  paused at
//     0    14  nothing: not started, running or ended
//     1    20  Yield.<Boolean>yield("a voucher for " + b.title() + "?")
//     2    17  Yield.yield("an offer for " + title)
//     3    22  Yield.<Integer>yield("how many?")
//
// While 'at' is not 0, step skips to the state of that number.
package demo;

import dev.weft.spi.Execution;
import dev.weft.spi.Locals;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import javax.annotation.processing.Generated;

@SuppressWarnings({"all", "cast", "deprecation", "fallthrough", "rawtypes", "removal", "restricted",
        "static", "unchecked"})
@Generated("dev.weft.processor.WeftProcessor")
final class Shop_price_Stepper extends Stepper {
  private static final Origin ORIGIN = new Origin("demo.Shop", "price", "Shop.java", 14, 20, 17,
      22);

  private Shop.Item item;

  private final int limit;

  private int price;

  private int t2;

  private int t3;

  Shop_price_Stepper(Shop.Item item, int limit) {
    this.item = item;
    this.limit = limit;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    final Shop.Item item = this.item;
    final int limit = this.limit;
    String title = null;
    int price = 0;
    Shop.Book b = null;
    Shop.Book b2 = null;
    Shop.Ticket t = null;
    int t1 = 0;
    int t2 = 0;
    int t3 = 0;
    switch (at) {
      case 0:
        switch (item) {
          case Shop.Book(var title_, int price_) when price_ > limit -> {
            title = title_;
            price = price_;
            t2 = 1;
          }
          case Shop.Book b_ -> {
            b = b_;
            t2 = 2;
          }
          default -> t2 = 0;
        }
      case 1:
        if (at != 0 || t2 == 2) {
          switch (at) {
            case 0:
              this.t2 = t2;
              return suspend(x, 1, "a voucher for " + b.title() + "?");
            case 1:
              at = 0;
              t2 = this.t2;
              if (!answer(x, 1, Boolean.class)) {
                t2 = 0;
              }
          }
        }
        if (t2 == 0) {
          switch (item) {
            case Shop.Book b2_ -> {
              b2 = b2_;
              t2 = 3;
            }
            case Shop.Ticket t_ -> {
              t = t_;
              t2 = 4;
            }
            default -> throw new MatchException(null, null);
          }
        }
      case 2, 3:
        pick: switch (at == 0 ? t2 : at <= 2 ? 1 : 4) {
          case 1 /* case Book(var title, int price) when price > limit */ -> {
            switch (at) {
              case 0:
                this.price = price;
                this.item = null;
                return suspend(x, 2, "an offer for " + title);
              case 2:
                at = 0;
                price = this.price;
                int offer = answer(x, 2, Integer.class);
                t1 = Math.min(offer, price);
                break pick;
            }
          }
          case 2 /* case Book b when Yield.<Boolean>yield("a voucher for " + b.title() + "?") */ -> {
            t1 = 0;
          }
          case 3 /* case Book b */ -> {
            t1 = b2.price();
          }
          case 4 /* case Ticket t */ -> {
            switch (at) {
              case 0:
                t3 = t.zone();
                this.t3 = t3;
                this.item = null;
                return suspend(x, 3, "how many?");
              case 3:
                at = 0;
                t3 = this.t3;
                t1 = t3 * answer(x, 3, Integer.class);
            }
          }
        }
        return complete(x, t1);
    }
    throw corrupt(at);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected String lines() {
    // from this line on: line of Shop.java
    return "56:15 72:20 100:17 107:18 121:22";
  }

  @Override
  protected void locals(Locals locals) {
    // states at which it is needed later, type, name, value
    locals.add("0-1", "Item", "item", this.item);
    locals.add("0", "int", "limit", this.limit);
    locals.add("2", "int", "price", this.price);
  }
}
