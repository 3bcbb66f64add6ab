package pgprive

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"strconv"
	"syscall"
)

// attributs makes the server die with its parent and, started by root, run as
// someone else, since PostgreSQL refuses root. It also gives that user.
func attributs() (*syscall.SysProcAttr, int, error) {
	a := &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT}
	if os.Getuid() != 0 {
		return a, os.Getuid(), nil
	}
	for _, nom := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(nom)
		if err != nil {
			continue
		}
		uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
		gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
		if err := errors.Join(err1, err2); err != nil {
			return nil, 0, fmt.Errorf("utilisateur %s : %w", nom, err)
		}
		a.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		return a, int(uid), nil
	}
	return nil, 0, errors.New("lancé par root, sans utilisateur postgres ni nobody pour le serveur")
}

func vivant(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }
