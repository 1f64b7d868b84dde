/** What `-help` prints. */
export const USAGE = `Usage: ringlit-herd7 [options] [test.litmus | @list]...

Checks litmus tests against the Linux-kernel memory model and prints what herd7 would. Without a test,
names come on standard input, one a line.

  -conf FILE          settings, such as a kernel tree's linux-kernel.cfg
  -model FILE         a .cat file, or lkmm, sc or tso (-cat is the same)
  -bell FILE          definitions that go before the model
  -macros FILE        definitions of primitives
  -I FOLDER           where to look for these and for what they include, too
  -variant NAME,...   lkmmv1 or lkmmv2
  -unroll N           iterations of a loop that are followed (4)
  -timeout SECONDS    give up on a test after so long
  -exit true|false    end at the first test in error (false)
  -q                  no warnings
  -v                  tell which files make up the model
  -version, -help

Accepted without effect: -speedcheck, -show, -o, -gv and all that is about drawing.
Exit codes: 0 after a verdict on every test, 2 after any error.
`;
