/// Replies as models write them.
enum SampleReplies {
    static let long = """
        # Answer

        Here is a **short** summary with `code`, [a link](https://example.org/a?b=1&c=2) and more:
        - first *item*
        - second item
          with a second line
          1. nested
          2. nested too
        - third

        ## Steps
        1. Open the file:

           ```python
           def f(x):
               return "<b>" + x

           ```

        2. Run it. Costs are $5 and $6; \\( x_1 + y_1 \\) is $x_1^2$.

           > A quote in an item

        3. Done ✅ — naïve café 日本語 👩‍👩‍👧

        | Name | Value | Note |
        |:-----|------:|:----:|
        | a | 1 | x<br>y |
        | b | 22 | `c\\|d` |

        > Quoted
        > text

        ---
        Title again
        -----------
            indented code?

            indented code

        - [x] done
        - [ ] open

        \\[
        \\sum_{i=1}^n x_i * y_i
        \\]
        ~~~
        unclosed *fence*
        """

    static let lists = """
        - a
        - b

        - c
        * other
        + third
        1. x
        1. y
        3) z

            four
        12345. long marker
               text
        - ```
          code
        - d
        -
        - e

        text
        - f
        lazy
        - - - g
        ***
        - h
        # i
        - j
        ```
        k
        ```
        -     five spaces
        - \ttab
        -\ttab
        10. ten
        after

        10. ten

        11. eleven
        -- no
        -no
        **bold** start
        - l
        **bold** lazy

        **bold** after
        * m
        * * *
        * n
        * *o*
        """

    static let awkward = """
        \u{FEFF}# Mark\r
        \r
        a\r\nb\rc\r
        \r
        - x\r
        \r
        - y\r
        ***bold***
        * * *
        *
        __
        ___
        ####### seven
        ######
        #no
        ``` a`b
        ````js
        ```
        ````
        ~~~~
        ~~~
        ~~~~ x
        ~~~~
        1234567890. too long
        0. nought
        é combining e\u{301} 🇫🇷🇩🇪
        \t- tabbed

        \ttabbed code

        > a
        b
        > - c
        d

        = not
        +
        + a
        """

    /// A reply that is longer than what a stream keeps of closed blocks.
    static let veryLong = String(repeating: "A paragraph.\n\n- item\n- *item*\n\n", count: 400)
}
