package store

import (
	"bufio"
	"crypto/ecdh"
	"crypto/hpke"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	enTeteCles = `# Clés de la base Accord. Sans ce fichier la base est illisible : gardez-en une copie en lieu sûr,
# ailleurs que les sauvegardes de la base, et ne le montrez à personne.
`
	enTeteMedical = `# Clé privée du contrôle médical : elle seule ouvre les volets médicaux reçus par cette caisse.
# À remettre au service du contrôle médical, puis à effacer d'ici : Accord n'en a pas l'usage.
`
)

// CheminCles gives the usual place of the key file of an SQLite base, beside
// it; the empty string for PostgreSQL, where the caller says.
func CheminCles(url string) (string, error) {
	a, err := lireAdresse(url)
	if err != nil || a.postgres != "" {
		return "", err
	}
	return strings.TrimSuffix(a.fichier, filepath.Ext(a.fichier)) + ".cle", nil
}

// ChargerCles loads the keys of a base from a file (empty: the usual place), or
// makes new ones for a base that does not exist yet. The keys of the contrôle
// médical are made at the same time: its private key is left in a second file,
// to be handed over to it.
func ChargerCles(url, chemin string) (Cles, error) {
	a, err := lireAdresse(url)
	if err != nil {
		return Cles{}, err
	}
	if chemin == "" {
		if chemin, err = CheminCles(url); err != nil {
			return Cles{}, err
		}
	}
	if chemin == "" {
		return Cles{}, errors.New("base PostgreSQL : indiquez le fichier des clés de la base")
	}
	c, err := LireCles(chemin)
	if !errors.Is(err, fs.ErrNotExist) {
		return c, err
	}
	if a.postgres == "" && a.existe() {
		return Cles{}, fmt.Errorf("le fichier des clés «%s» manque, alors que la base «%s» existe : sans lui elle est illisible, remettez-le en place", chemin, a.fichier)
	}
	return creerCles(chemin)
}

// LireCles reads a key file. It refuses one that others could read.
func LireCles(chemin string) (Cles, error) {
	f, err := os.Open(chemin)
	if err != nil {
		return Cles{}, fmt.Errorf("fichier des clés : %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Cles{}, fmt.Errorf("fichier des clés : %w", err)
	}
	if droits := info.Mode().Perm(); runtime.GOOS != "windows" && droits&0o077 != 0 {
		return Cles{}, fmt.Errorf("fichier des clés «%s» : droits %#o, 0600 attendu : d'autres que son propriétaire peuvent le lire", chemin, droits)
	}
	valeurs := map[string][]byte{}
	lignes := bufio.NewScanner(f)
	for n := 1; lignes.Scan(); n++ {
		ligne := strings.TrimSpace(lignes.Text())
		if ligne == "" || strings.HasPrefix(ligne, "#") {
			continue
		}
		nom, texte, _ := strings.Cut(ligne, ":")
		valeur, err := base64.StdEncoding.DecodeString(strings.TrimSpace(texte))
		if err != nil || nom != "maitre" && nom != "controle-medical" {
			return Cles{}, fmt.Errorf("fichier des clés «%s», ligne %d : attendu «maitre: …» ou «controle-medical: …» en base64", chemin, n)
		}
		valeurs[nom] = valeur
	}
	if err := lignes.Err(); err != nil {
		return Cles{}, fmt.Errorf("fichier des clés «%s» : %w", chemin, err)
	}
	c, err := NouvellesCles(valeurs["maitre"], valeurs["controle-medical"])
	if err != nil {
		return Cles{}, fmt.Errorf("fichier des clés «%s» : %w", chemin, err)
	}
	return c, nil
}

// creerCles makes new keys and writes their files. When another process made
// them meanwhile, its keys are taken.
func creerCles(chemin string) (Cles, error) {
	maitre := make([]byte, tailleCle)
	rand.Read(maitre)
	privee, err := hpke.DHKEM(ecdh.X25519()).GenerateKey()
	if err != nil {
		return Cles{}, err
	}
	octets, err := privee.Bytes()
	if err != nil {
		return Cles{}, err
	}
	publique := privee.PublicKey().Bytes()
	if err := os.MkdirAll(filepath.Dir(chemin), 0o700); err != nil {
		return Cles{}, fmt.Errorf("fichier des clés : %w", err)
	}
	// The private key is written first: were the process to stop in between, it
	// would be of no use, but no base would be sealed for a key that nobody has.
	medical := fmt.Sprintf("%s-controle-medical-%x.cle", strings.TrimSuffix(chemin, filepath.Ext(chemin)), publique[:4])
	if err := ecrireUneFois(medical, enTeteMedical+ligneCle("privee", octets)); err != nil {
		return Cles{}, fmt.Errorf("fichier des clés «%s» : %w", medical, err)
	}
	if err := EcrireCles(chemin, maitre, publique); err != nil {
		os.Remove(medical)
		if errors.Is(err, fs.ErrExist) {
			return LireCles(chemin)
		}
		return Cles{}, fmt.Errorf("fichier des clés «%s» : %w", chemin, err)
	}
	return NouvellesCles(maitre, publique)
}

// EcrireCles writes a key file that does not exist yet, readable by its owner
// only.
func EcrireCles(chemin string, maitre, medical []byte) error {
	return ecrireUneFois(chemin, enTeteCles+ligneCle("maitre", maitre)+ligneCle("controle-medical", medical))
}

func ligneCle(nom string, cle []byte) string {
	return nom + ": " + base64.StdEncoding.EncodeToString(cle) + "\n"
}

// ecrireUneFois writes a file that is there whole or not at all, and never
// replaces one.
func ecrireUneFois(chemin, texte string) error {
	f, err := os.CreateTemp(filepath.Dir(chemin), ".cle-*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(texte)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Link(f.Name(), chemin)
}
