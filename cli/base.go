package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"accord/app"
	"accord/clock"
	"accord/format/banque"
	"accord/format/piece"
	"accord/parametre"
	"accord/store"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

// ouverture holds the options of every command that opens a base.
type ouverture struct {
	base, cles, caisse, date string
	groupe                   int
	creer                    bool // the command may make the base
}

const basePardefaut = "accord-base"

func (o *ouverture) options(fs *pflag.FlagSet) {
	fs.StringVar(&o.base, "base", defautEnv("ACCORD_BASE", basePardefaut), "dossier de la base SQLite, ou postgres://…")
	fs.StringVar(&o.cles, "cles", os.Getenv("ACCORD_CLES"), "fichier de la clé maîtresse (par défaut : dans le dossier de la base)")
	fs.StringVar(&o.caisse, "caisse", os.Getenv("ACCORD_CAISSE"), "fichier caisse.json : nom, code et compte de la caisse (par défaut : dans le dossier de la base)")
	fs.StringVar(&o.date, "date", os.Getenv("ACCORD_DATE"), "jour à vivre (AAAA-MM-JJ), au lieu d'aujourd'hui")
}

func defautEnv(nom, defaut string) string {
	if s := os.Getenv(nom); s != "" {
		return s
	}
	return defaut
}

func estPostgres(base string) bool {
	return strings.HasPrefix(base, "postgres://") || strings.HasPrefix(base, "postgresql://")
}

// fichier returns the path of a file of the base: given, or in its folder.
func (o *ouverture) fichier(donne, nom string) (string, error) {
	if donne != "" {
		return donne, nil
	}
	if estPostgres(o.base) {
		return "", usage("avec PostgreSQL, donnez le fichier %s par son option ou par l'environnement", nom)
	}
	return filepath.Join(o.base, nom), nil
}

// horloge returns the clock of the machine, or one that stands on a given day.
func (o *ouverture) horloge() (clock.Clock, error) {
	if o.date == "" {
		return clock.System{}, nil
	}
	j, err := v.ParseJour(o.date)
	if err != nil {
		return nil, usage("--date : «%s» n'est pas une date (AAAA-MM-JJ)", o.date)
	}
	return clock.NewManual(j), nil
}

// ouvrir opens the base and returns the application; fermer closes it.
func (o *ouverture) ouvrir(s *session) (caisse *app.Caisse, fermer func(), err error) {
	c, err := o.horloge()
	if err != nil {
		return nil, nil, err
	}
	return o.ouvrirAvec(s, c)
}

// ouvrirAvec opens the base under a clock.
func (o *ouverture) ouvrirAvec(s *session, c clock.Clock) (caisse *app.Caisse, fermer func(), err error) {
	if existe, err := store.Existe(o.base); err != nil {
		return nil, nil, err
	} else if !existe && !o.creer {
		return nil, nil, fmt.Errorf("il n'y a pas de base dans «%s» : «accord recevoir» en fait une, ou donnez la bonne par --base", o.base)
	}
	cles, err := store.ChargerCles(o.base, o.cles)
	if err != nil {
		return nil, nil, err
	}
	conf, err := o.config()
	if err != nil {
		return nil, nil, err
	}
	conf.Groupe = o.groupe
	st, err := store.Open(s.ctx, o.base, cles)
	if err != nil {
		return nil, nil, err
	}
	table, err := parametre.Charger()
	if err != nil {
		st.Close()
		return nil, nil, err
	}
	caisse = app.New(st, piece.Lecteur{}, banque.SEPA{}, c, table, conf)
	return caisse, func() { st.Close() }, nil
}

// caisseJSON is the form of caisse.json.
type caisseJSON struct {
	Code   string `json:"code"`
	Nom    string `json:"nom"`
	Compte struct {
		Titulaire  string `json:"titulaire"`
		SIRET      string `json:"siret"`
		IBAN       string `json:"iban"`
		BIC        string `json:"bic"`
		Rue        string `json:"rue"`
		Numero     string `json:"numero"`
		CodePostal string `json:"code_postal"`
		Ville      string `json:"ville"`
		Pays       string `json:"pays"`
	} `json:"compte"`
}

// config reads caisse.json. Without it everything works but the payment: the
// bank rules refuse a batch that no account pays.
func (o *ouverture) config() (app.Config, error) {
	chemin, err := o.fichier(o.caisse, "caisse.json")
	if err != nil {
		return app.Config{}, nil
	}
	texte, err := os.ReadFile(chemin)
	if errors.Is(err, fs.ErrNotExist) && o.caisse == "" {
		return app.Config{Code: "000", Nom: "Caisse sans nom (voir caisse.json)"}, nil
	}
	if err != nil {
		return app.Config{}, fmt.Errorf("caisse.json : %w", err)
	}
	return lireCaisse(texte)
}

func lireCaisse(texte []byte) (app.Config, error) {
	var j caisseJSON
	d := json.NewDecoder(strings.NewReader(string(texte)))
	d.DisallowUnknownFields()
	if err := d.Decode(&j); err != nil {
		return app.Config{}, fmt.Errorf("caisse.json n'est pas lisible : %w", err)
	}
	siret, err := v.ParseSIRET(j.Compte.SIRET)
	if err != nil {
		return app.Config{}, fmt.Errorf("caisse.json, compte.siret : «%s» %w", j.Compte.SIRET, err)
	}
	iban, err := v.ParseIBAN(j.Compte.IBAN)
	if err != nil {
		return app.Config{}, fmt.Errorf("caisse.json, compte.iban : %w", err)
	}
	if len(j.Code) != 3 || strings.Trim(j.Code, "0123456789") != "" {
		return app.Config{}, fmt.Errorf("caisse.json, code : «%s» n'est pas un code de caisse à trois chiffres", j.Code)
	}
	return app.Config{Code: j.Code, Nom: j.Nom, Debiteur: app.Debiteur{
		Nom: j.Compte.Titulaire, SIRET: siret, IBAN: iban, BIC: j.Compte.BIC, Rue: j.Compte.Rue, Numero: j.Compte.Numero,
		CodePostal: j.Compte.CodePostal, Ville: j.Compte.Ville, Pays: j.Compte.Pays,
	}}, nil
}

// consulter is a command that reads one person, named by a number, an identifier or her NIR.
func (o *ouverture) consulter(commande string, lire func(*session, *app.Caisse, *app.Vue) error) func(*session, []string) error {
	return func(s *session, args []string) error {
		if len(args) != 1 {
			return usage("%s : donnez un numéro de dossier, une personne ou un NIR", commande)
		}
		caisse, fermer, err := o.ouvrir(s)
		if err != nil {
			return err
		}
		defer fermer()
		vue, err := caisse.Consulter(s.ctx, args[0])
		if err != nil {
			return err
		}
		return lire(s, caisse, vue)
	}
}
