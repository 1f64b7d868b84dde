#!/bin/sh
# Runs every test of a folder as the kernel's scripts do and says what they would conclude of each.
#
# usage: judge-folder.sh TESTS OUTPUTS LIMIT
#   to be called in the folder of the model's files, with a herd7 on the PATH

tests=$1
outputs=$2
limit=$3

# GNU time says how a command ended; without it the status alone has to tell.
clock=
if /usr/bin/time --version 2>&1 | grep -q GNU
then
	clock=/usr/bin/time
fi

judge() {
	promise=$(sed -n 's/^[( ]\* Result: *//p' "$test" | head -n 1)
	word=$(echo "$promise" | awk '{ print $1 }')
	second=$(echo "$promise" | awk '{ print $2 }')

	if grep -q '!!!' "$out"
	then
		echo "an alarm that is not the scripts' own"
		return
	fi
	if ! grep -q '^Observation' "$out"
	then
		if grep -q ': Unknown macro ' "$out"
		then
			names=$(sed -n -e 's/ (User error).*$//' -e 's/^.*: Unknown macro //p' "$out")
			echo "unknown macro:" $names
		elif test "$status" -eq 124 || grep -q '^Command exited with non-zero status 124' "$out"
		then
			echo "timeout"
		else
			echo "verification error"
		fi
		return
	fi

	race=
	if grep -q '^Flag data-race$' "$out"
	then
		race=DATARACE
	fi
	if test "$race" != "$second"
	then
		echo "data race: promised '$second', found '$race'"
	elif grep '^Observation' "$out" | grep -q 'Never 0 0$'
	then
		if test "$word" = DEADLOCK
		then
			echo "as promised"
		else
			echo "unexpected deadlock"
		fi
	elif test -z "$word"
	then
		echo "nothing promised"
	elif test "$word" = Maybe || grep '^Observation' "$out" | grep -q " $word "
	then
		echo "as promised"
	else
		echo "not $word"
	fi
}

for test in "$tests"/*.litmus
do
	name=$(basename "$test" .litmus)
	out=$outputs/$name.litmus.out
	echo "Options: -conf linux-kernel.cfg" > "$out"
	$clock timeout "$limit" herd7 -conf linux-kernel.cfg "$test" >> "$out" 2>&1
	status=$?
	echo "$name: $(judge)"
done
